import type { When } from '../../../events/index.js';
import { isToTheMinute, spanOf } from '../../time/when.js';
import { localDate, offsetOf } from '../../time/zone.js';

// Where a date begins first and where it ends last: a time without a place was widened to these.
const EASTERNMOST = '+14:00';
const WESTERNMOST = '-12:00';

/** How a time is told: in the source's own words, else in EDTF. */
export function inWords(when: When): string {
  return when.text ?? inDates(when);
}

/** In EDTF, with the source's own words where there are any: `2019-02-27 (over dinner on Wednesday)`. */
export function inFull(when: When): string {
  return when.text === undefined ? inDates(when) : `${inDates(when)} (${when.text})`;
}

/**
 * A time in EDTF: to the minute with its offset, else its first and last day where it happened, or, without
 * a place, the days that its bounds stand for anywhere on Earth. `..` is an end that is not known.
 */
export function inDates(when: When): string {
  if (isToTheMinute(when) && when.from !== null) return when.from;
  const { from, to } = spanOf(when);
  const first = dateOf(from, zoneOf(when, when.from) ?? EASTERNMOST);
  // The end is not counted: a day ends in the last millisecond before the next.
  const last = dateOf(to - 1, zoneOf(when, when.to) ?? WESTERNMOST);
  if (first === last) return first === '..' ? 'unknown' : first;
  return wholeYear(first, last) ?? `${first}/${last}`;
}

function wholeYear(first: string, last: string): string | undefined {
  const year = first.slice(0, 4);
  return first === `${year}-01-01` && last === `${year}-12-31` ? year : undefined;
}

function dateOf(ms: number, zone: string): string {
  return Number.isFinite(ms) ? localDate(ms, zone) : '..';
}

function zoneOf({ timeZone }: When, bound: string | null): string | undefined {
  return timeZone === undefined ? offsetOf(bound ?? '') : (timeZone ?? undefined);
}
