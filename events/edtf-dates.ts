import edtf from 'edtf';
import { DATE, isCalendarTime } from './fields.js';

/** First and last day, both included, in a place yet to be named; null where open or unknown. */
export interface Dates {
  readonly first: string | null;
  readonly last: string | null;
}

const OPEN: Dates = { first: null, last: null };

/**
 * The days that an EDTF level 0 or 1 date or interval covers; undefined for any other text. Qualifiers
 * (`?`, `~`, `%`) change nothing, and an interval may run backwards. Years are 0001 to 9998, so that each
 * bound can be written with four digits in every zone.
 */
export function datesOf(text: string): Dates | undefined {
  const ends = text.split('/');
  if (ends.length > 2) return undefined;
  if (ends.length === 1) return daysOf(text);
  // The ends are read one by one because the library refuses an interval of one day and one that runs
  // backwards, and the latter is a mistake with a name of its own.
  const [lower, upper] = ends.map((end) => (end === '' || end === '..' ? OPEN : daysOf(end)));
  return lower && upper && { first: lower.first, last: upper.last };
}

function daysOf(text: string): Dates | undefined {
  // Most dates are plain, and the library's grammar takes a tenth of a millisecond.
  const days = DATE.test(text) ? plain(text) : parsed(text);
  if (!days || days.first < '0001' || days.last > '9999') return undefined;
  return days;
}

function plain(date: string): { first: string; last: string } | undefined {
  return isCalendarTime(date) ? { first: date, last: date } : undefined;
}

function parsed(text: string): { first: string; last: string } | undefined {
  try {
    const date = edtf(text, { level: 1 });
    if (date.type === 'Season') return aroundYear(new Date(date.min).getUTCFullYear());
    if (date.type !== 'Date' || date.precision === 0) return undefined;
    const days = { first: day(date.min), last: day(date.max) };
    // The library takes February 29 of a common year for March 1.
    return days.first === days.last && !text.startsWith(days.first) ? undefined : days;
  } catch {
    return undefined;
  }
}

/** North and south of the equator, and from one year into the next: no narrower bounds are certain. */
function aroundYear(year: number): { first: string; last: string } {
  const digits = (n: number) => String(n).padStart(4, '0');
  return { first: `${digits(year - 1)}-12-01`, last: `${digits(year + 1)}-03-31` };
}

function day(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
