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

/** `2019-02-27/2019-02-28` as `27–28 February 2019`; an interval with an open end stays as it is. */
export function daysInWords(days: string): string {
  const [from = '', to = from] = days.split('/');
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (Number.isNaN(first) || Number.isNaN(last) || first > last) return days;
  return range.formatRange(first, last).replaceAll('\u2009', '');
}

/** The clock time of a wall-clock time or timestamp, as it was written; undefined where there is none. */
export function clock(time: string | undefined): string | undefined {
  return time === undefined ? undefined : /T(\d\d:\d\d)/.exec(time)?.[1];
}
