import { datesOf, TIMESTAMP, type Dates, type Precision, type When } from '../../events/index.js';
import { dayBounds, format, instantOf, offsetOf } from './zone.js';

const MINUTE = 60_000;
// Where a date begins first and where it ends last.
const EASTERNMOST = '+14:00';
const WESTERNMOST = '-12:00';

/** A timestamp has no offset, and no zone is known in which to read it. */
export class TimeZoneRequired extends Error {
  constructor(readonly timestamp: string) {
    super(`"${timestamp}" has no offset, and no time zone is known`);
    this.name = 'TimeZoneRequired';
  }
}

/**
 * The When that a text stands for (rule 2.6.5): a timestamp is floored to its minute; dates run from local
 * midnight to local midnight after the last day, or, without a zone, as far as those days reach anywhere on
 * Earth. An interval that runs backwards comes out with `from` at or after `to`, for the caller to refuse.
 * @param text what `isWhenText` accepts
 * @param zone where the text has no offset: an IANA name or a fixed offset; null when the place is unknown
 * @throws TimeZoneRequired for a timestamp that has neither
 */
export function expandWhen(text: string, zone: string | null): When {
  if (TIMESTAMP.test(text)) return duringMinute(text, zone);
  const dates = datesOf(text);
  if (!dates) throw new RangeError(`"${text}" is neither a timestamp nor an EDTF date or interval`);
  return {
    ...duringDates(dates, zone),
    precision: precisionOf(text, dates),
    timeZone: zone,
    basis: 'stated',
  };
}

function duringMinute(timestamp: string, zone: string | null): When {
  const timeZone = offsetOf(timestamp) ?? zone;
  if (timeZone === null) throw new TimeZoneRequired(timestamp);
  const from = instantOf(timestamp.slice(0, '2019-02-28T09:00'.length), timeZone);
  return {
    from: format(from, timeZone),
    to: format(from + MINUTE, timeZone),
    precision: 'minute',
    timeZone,
    basis: 'stated',
  };
}

function duringDates({ first, last }: Dates, zone: string | null): Pick<When, 'from' | 'to'> {
  // Widening a day or two that run backwards would make an interval of them.
  const isBackwards = first !== null && last !== null && last < first;
  const [begins, ends] = isBackwards ? [WESTERNMOST, EASTERNMOST] : [EASTERNMOST, WESTERNMOST];
  return {
    from: first && format(dayBounds(first, zone ?? begins).from, zone),
    to: last && format(dayBounds(last, zone ?? ends).to, zone),
  };
}

function precisionOf(text: string, { first, last }: Dates): Precision {
  if (first === null) return last === null ? 'unknown' : 'before';
  if (last === null) return 'after';
  if (text.includes('/')) return 'interval';
  if (first === last) return 'day';
  const year = first.slice(0, 4);
  return first === `${year}-01-01` && last === `${year}-12-31` ? 'year' : 'interval';
}
