import type { When } from '../../events/index.js';

/** A When as numbers: milliseconds since 1970, infinite where unbounded. Half-open: [from, to). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function instant(timestamp: string): number {
  return Date.parse(timestamp);
}

export function spanOf(when: Pick<When, 'from' | 'to'> | undefined): Span {
  return {
    from: typeof when?.from === 'string' ? instant(when.from) : -Infinity,
    to: typeof when?.to === 'string' ? instant(when.to) : Infinity,
  };
}

/** `undecided`: the bounds leave both orders open. */
export type Order = 'before' | 'after' | 'undecided';

/** What the bounds alone decide; a span that ends where the other begins is before it. */
export function orderOfSpans(a: Span, b: Span): Order {
  if (a.to <= b.from) return 'before';
  if (b.to <= a.from) return 'after';
  return 'undecided';
}

/** A record, as far as its time goes. */
export interface Dated {
  readonly record: string;
  readonly occurredAt: When;
}

/**
 * Whether `a` happened before `b` (rule 2.6.4): bounds first, then the links that either names directly.
 * Bounds win over a contrary link; two links that contradict each other decide nothing.
 */
export function orderOf(a: Dated, b: Dated): Order {
  const byBounds = orderOfSpans(spanOf(a.occurredAt), spanOf(b.occurredAt));
  if (byBounds !== 'undecided') return byBounds;
  const isLinked = linksBefore(a, b);
  if (isLinked === linksBefore(b, a)) return 'undecided';
  return isLinked ? 'before' : 'after';
}

/** Whether one of the two says, by name, that `a` came first. */
export function linksBefore(a: Dated, b: Dated): boolean {
  return (a.occurredAt.before ?? []).includes(b.record) || (b.occurredAt.after ?? []).includes(a.record);
}

export function isToTheMinute(when: When | undefined): boolean {
  return when?.precision === 'minute';
}

export const UNKNOWN_WHEN: When = { from: null, to: null, precision: 'unknown', timeZone: null };
