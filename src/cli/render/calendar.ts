import { text, type Row } from './row.js';

const DAY = 86_400_000;

const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const short = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const range = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2019-02-28` as `Thursday 28 February 2019`; what is no date stays as it is. */
export function dayInWords(date: string): string {
  return formatted(date, long);
}

/** `2019-02-28` as `Thu 28 Feb`. */
export function dayInShort(date: string): string {
  return formatted(date, short);
}

function formatted(date: string, format: Intl.DateTimeFormat): string {
  const day = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(day) ? date : format.format(day).replace(',', '');
}

/** The days that a When covers, by its own offsets, as `27–28 February 2019`; undefined when an end is open. */
export function daysInWords(when: Row): string | undefined {
  const from = localDay(text(when, 'from'), 0);
  const to = localDay(text(when, 'to'), 1);
  if (from === undefined || to === undefined) return undefined;
  return range.formatRange(from, Math.max(from, to)).replaceAll('\u2009', '');
}

/** The clock time of a wall-clock time or timestamp, as it was written; undefined where there is none. */
export function clock(time: string | undefined): string | undefined {
  return time === undefined ? undefined : /T(\d\d:\d\d)/.exec(time)?.[1];
}

/** The local day of a timestamp with offset, less a millisecond where an end is not counted. */
function localDay(timestamp: string | undefined, less: number): number | undefined {
  const wall = timestamp === undefined ? NaN : Date.parse(`${timestamp.slice(0, 19)}Z`);
  if (Number.isNaN(wall)) return undefined;
  return Math.floor((wall - less) / DAY) * DAY;
}
