import { isCalendarTime, TIMESTAMP } from '../../events/index.js';
import { isPosition } from './ledger-position.js';
import type { Span } from './when.js';
import { offsetOf } from './zone.js';

/** What a question is asked for, on each axis of time. Instants are milliseconds since 1970. */
export interface Moment {
  /** In the world: nothing that began at this instant or later; null for everything. */
  readonly at: number | null;
  /** The ledger position that the answer reflects. */
  readonly asOf: string;
  /** What was public by then; null for everything. */
  readonly publicAt: number | null;
  /** What "ahead" and "past" are measured from; see `queryTimeOf`. */
  readonly queryTime: number;
  /** As the client wrote it, for the envelope of the answer. */
  readonly given: Given;
}

export interface Given {
  readonly at: string | null;
  readonly asOf: string | null;
  readonly publicAt: string | null;
}

/** `undecided`: it may have been over by then, and may not. */
export type Presence = 'in' | 'out' | 'undecided';

/** Whether a fact is in at an instant, of the world or of the public (rule 2.6.1); at null everything is. */
export function isIn(span: Span, instant: number | null): Presence {
  if (instant === null) return 'in';
  if (span.from >= instant) return 'out';
  return span.to > instant ? 'undecided' : 'in';
}

/**
 * The instant that a question looks out from (rule 2.6.2), in milliseconds since 1970.
 * @param asked `asOfTime` is `asOf` as a time, of a position the time at which it was recorded; null where
 *   a parameter was not given
 */
export function queryTimeOf(asked: {
  readonly at: number | null;
  readonly publicAt: number | null;
  readonly asOfTime: number | null;
  readonly receivedAt: number;
}): number {
  return asked.at ?? asked.publicAt ?? asked.asOfTime ?? asked.receivedAt;
}

/** Milliseconds since 1970 of an RFC 3339 timestamp with offset; undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  const isInstant = TIMESTAMP.test(text) && isCalendarTime(text) && offsetOf(text) !== undefined;
  return isInstant ? Date.parse(text) : undefined;
}

/** A position in the ledger, or a time by which something was recorded; undefined for anything else. */
export function parseAsOf(text: string): { position: string } | { time: number } | undefined {
  if (isPosition(text)) return { position: text };
  const time = parseInstant(text);
  return time === undefined ? undefined : { time };
}
