/** A When as the page writes it, after the server has filled it in (§2.2). */
export interface Time {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly precision?: string;
  readonly timeZone?: string | null;
  readonly after?: readonly string[];
  readonly before?: readonly string[];
}

export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Milliseconds; infinite where the page says null, and where a bound lacks the offset that it needs. */
export function boundsOf(time: Time | undefined): Bounds {
  const bound = (text: unknown, open: number) =>
    typeof text === 'string' && (hasOffset(text) || text.length === 10) ? Date.parse(text) : open;
  return { from: bound(time?.from, -Infinity), to: bound(time?.to, Infinity) };
}

export const hasOffset = (timestamp: string) => /(Z|[+-]\d\d:\d\d)$/.test(timestamp);

/** Minutes east of UTC of a zone at an instant. */
function offsetAt(zone: string, instant: number): number {
  const name = /^[+-]/.test(zone)
    ? zone
    : (new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '');
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** The instant at which clocks in a zone show a wall-clock time. */
export function instantOfWall(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall.slice(0, 16)}:00Z`);
  const guess = asUtc - offsetAt(zone, asUtc) * 60_000;
  return asUtc - offsetAt(zone, guess) * 60_000;
}

const iso = (instant: number) => new Date(instant).toISOString();
const nextDay = (day: string) => iso(Date.parse(`${day}T00:00:00Z`) + 86_400_000).slice(0, 10);
/** The first instant of a day; anywhere on Earth when the place is unknown. */
const dayStart = (day: string, zone: string | null) => instantOfWall(day, zone ?? '+14:00');
const dayEnd = (day: string, zone: string | null) => instantOfWall(nextDay(day), zone ?? '-12:00');

export const endOfDay = (day: string, zone: string) => dayEnd(day, zone);

/** First and last day of a year, a month or a day. */
function daysOf(text: string): readonly [string, string] {
  if (/^\d{4}$/.test(text)) return [`${text}-01-01`, `${text}-12-31`];
  if (!/^\d{4}-\d\d$/.test(text)) return [text, text];
  const month = new Date(`${text}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + 1, 0);
  return [`${text}-01`, iso(month.getTime()).slice(0, 10)];
}

function precisionOf(text: string): string {
  if (text.startsWith('../')) return 'before';
  if (text.endsWith('/..')) return 'after';
  if (/^\d{4}$/.test(text)) return 'year';
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'day' : 'interval';
}

/**
 * What the server makes of a text that stands for a When (§2.2, rule 2.6.5); undefined for a timestamp without
 * offset where no zone is known.
 */
export function expanded(text: string, zone: string | null): Time | undefined {
  if (text.includes('T')) {
    if (!hasOffset(text) && zone === null) return undefined;
    const instant = hasOffset(text) ? Date.parse(text) : instantOfWall(text, zone ?? '');
    const from = Math.floor(instant / 60_000) * 60_000;
    return { from: iso(from), to: iso(from + 60_000), precision: 'minute', timeZone: zone };
  }
  const [first = '..', last = first] = text.split('/');
  // Days in the wrong order stay so, however wide an unknown place makes their bounds.
  if (first !== '..' && last !== '..' && daysOf(first)[0] > daysOf(last)[1])
    return { from: daysOf(first)[0], to: daysOf(last)[1], precision: 'interval', timeZone: zone };
  return {
    from: first === '..' ? null : iso(dayStart(daysOf(first)[0], zone)),
    to: last === '..' ? null : iso(dayEnd(daysOf(last)[1], zone)),
    precision: precisionOf(text),
    timeZone: zone,
  };
}

export interface Timed {
  readonly address: string;
  readonly occurredAt?: Time | undefined;
}

export type Order = 'before' | 'after' | 'undecided';

/** Three-valued, bounds first, then the direct links (rule 2.6.4). */
export function compare(a: Timed, b: Timed): Order {
  const [x, y] = [boundsOf(a.occurredAt), boundsOf(b.occurredAt)];
  if (x.to <= y.from) return 'before';
  if (y.to <= x.from) return 'after';
  const aFirst = isLinked(a, b);
  // The page does not say what two contrary links decide; they decide nothing here.
  if (aFirst === isLinked(b, a)) return 'undecided';
  return aFirst ? 'before' : 'after';
}

/** Whether one of the two names the other as coming later. */
export function isLinked(earlier: Timed, later: Timed): boolean {
  const before = earlier.occurredAt?.before ?? [];
  const after = later.occurredAt?.after ?? [];
  return before.includes(later.address) || after.includes(earlier.address);
}

/** Of two facts on the same thing, whether the first is the later: by valid time, undecided by recording. */
export function isLater(a: Timed & { n: number }, b: Timed & { n: number }): boolean {
  const order = compare(a, b);
  return order === 'undecided' ? a.n > b.n : order === 'after';
}

/**
 * The last of several by valid time, else by recording (rule 2.6.24): of those that are decidably before no
 * other, the one recorded last.
 */
export function lastOf<T extends Timed & { n: number }>(all: readonly T[]): T | undefined {
  const candidates = all.filter((one) => !all.some((other) => compare(one, other) === 'before'));
  return (candidates.length > 0 ? candidates : all).toSorted((a, b) => a.n - b.n).at(-1);
}
