import type { Extent } from '../../../events/index.js';
import type { Hold } from '../../summit/programme/outcomes.js';
import { instant } from '../../time/when.js';
import { issuedBefore, type Planned } from './planned.js';

export type Timing = 'as_planned' | 'early' | 'late' | 'unknown';

const MINUTE = 60_000;
/** A start this many minutes off its plan is still as planned (rule 2.6.13). */
export const TOLERANCE_MIN = 10;

/** Minutes from one instant to another, each taken to its minute; null unless both are known. */
export function minutesBetween(
  from: number | null | undefined,
  to: number | null | undefined,
): number | null {
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return Math.floor(to / MINUTE) - Math.floor(from / MINUTE);
}

/** How something that was held stands to its plan. */
export interface Actual {
  /** RFC 3339 with offset, as told; null where it was not held or no clock is told. */
  readonly start: string | null;
  readonly end: string | null;
  readonly timing: Timing | null;
  readonly extent: Extent | null;
  /** Minutes after the last plan that was issued before it began; negative when earlier. */
  readonly startDeltaMin: number | null;
  readonly endDeltaMin: number | null;
  /** Minutes after the first plan. */
  readonly firstStartDeltaMin: number | null;
}

const NOT_HELD: Actual = {
  start: null,
  end: null,
  timing: null,
  extent: null,
  startDeltaMin: null,
  endDeltaMin: null,
  firstStartDeltaMin: null,
};

export function actualOf(hold: Hold | undefined, wordings: readonly Planned[], toleranceMin: number): Actual {
  if (!hold) return NOT_HELD;
  const before = issuedBefore(hold, wordings);
  const last = before.at(-1);
  const start = clock(hold.data.start);
  const startDeltaMin = minutesBetween(last?.start, start);
  return {
    ...clocksOf(hold),
    timing: timingOf(startDeltaMin, toleranceMin),
    extent: ('extent' in hold.data ? hold.data.extent : undefined) ?? 'unknown',
    startDeltaMin,
    endDeltaMin: minutesBetween(last?.end, clock(hold.data.end)),
    firstStartDeltaMin: minutesBetween(before[0]?.start, start),
  };
}

function clocksOf({ data }: Hold): Pick<Actual, 'start' | 'end'> {
  return { start: data.start ?? null, end: data.end ?? null };
}

function clock(timestamp: string | undefined): number | null {
  return timestamp === undefined ? null : instant(timestamp);
}

function timingOf(startDeltaMin: number | null, toleranceMin: number): Timing {
  if (startDeltaMin === null) return 'unknown';
  if (Math.abs(startDeltaMin) <= toleranceMin) return 'as_planned';
  return startDeltaMin < 0 ? 'early' : 'late';
}
