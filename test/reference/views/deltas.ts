import type { Fact } from '../ledger/fold.js';
import { endOf, startOf, type Version } from '../ledger/programme.js';
import { maybe } from '../ledger/record.js';
import { boundsOf, compare } from '../ledger/time.js';

const TOLERANCE = 10;

export function comparison(hold: Fact | undefined, versions: readonly Version[]) {
  const nothing = { startDeltaMin: null, endDeltaMin: null, firstStartDeltaMin: null };
  if (!hold) return { ...nothing, timing: null, extent: null };
  const [start, end] = [instantIn(hold, 'start'), instantIn(hold, 'end')];
  const before = issuedBefore(hold, versions);
  const last = before.at(-1);
  const startDeltaMin = minutes(start, startOf(last));
  return {
    startDeltaMin,
    endDeltaMin: minutes(end, endOf(last)),
    firstStartDeltaMin: minutes(start, startOf(before[0])),
    timing: timingOf(startDeltaMin),
    extent: maybe(hold.data, 'extent') ?? 'unknown',
  };
}

/** Plans issued at an undecided time count as before (rule 2.6.13). */
export function issuedBefore(hold: Fact, versions: readonly Version[]): Version[] {
  const began = instantIn(hold, 'start') ?? Infinity;
  return versions.filter(
    ({ issue }) => boundsOf(issue.occurredAt).from < began && compare(issue, hold) !== 'after',
  );
}

function instantIn({ data }: Fact, name: string): number | undefined {
  const text = maybe(data, name);
  return text === undefined ? undefined : Date.parse(text);
}

const minutes = (later: number | undefined, earlier: number | undefined) =>
  later === undefined || earlier === undefined ? null : (later - earlier) / 60_000;

function timingOf(delta: number | null): string {
  if (delta === null) return 'unknown';
  if (Math.abs(delta) <= TOLERANCE) return 'as_planned';
  return delta < 0 ? 'early' : 'late';
}

/** From the public word of a cancellation to the last planned start (rule 2.6.13). */
export function noticeOf(canceled: Fact | undefined, plan: Version | undefined): number | null {
  const word = canceled?.disclosedAt ?? canceled?.occurredAt;
  if (word?.precision !== 'minute' || typeof word.from !== 'string') return null;
  return minutes(startOf(plan), Date.parse(word.from));
}
