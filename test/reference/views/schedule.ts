import type { Fact } from '../ledger/fold.js';
import type { Known } from '../ledger/moment.js';
import { isSame, Programme, startOf } from '../ledger/programme.js';
import { maybe } from '../ledger/record.js';
import { comparison, issuedBefore, noticeOf } from './deltas.js';
import { canceledItems, cancellationIn, disputesAmong, outcomeOf } from './item-outcome.js';
import { planOf } from './item-plan.js';

/** §3.1: a row for each item, and for what was held outside any programme. */
export interface ScheduleRow {
  readonly itemId: string | null;
  readonly meetingId: string | null;
  readonly outcome: string;
  readonly plan: string;
  readonly publisher: string | null;
  readonly timing: string | null;
  readonly extent: string | null;
  readonly planChanges: number;
  readonly plannedFirst: number | null;
  readonly plannedLast: number | null;
  readonly startDeltaMin: number | null;
  readonly endDeltaMin: number | null;
  readonly firstStartDeltaMin: number | null;
  readonly noticeMin: number | null;
  readonly canceledBy: string | null;
  readonly records: readonly string[];
}

export function schedule(known: Known, summitId: string): ScheduleRow[] {
  const programme = new Programme(known.facts, summitId);
  const holds = [...programme.of('MeetingHeld'), ...programme.of('SigningHeld')];
  const held = holds.flatMap(({ data }) => maybe(data, 'itemId') ?? []);
  // What was canceled and put back on, and is on no plan that is known, is told of by nobody.
  const canceled = canceledItems(programme).filter((id) => programme.cancellationsOf(id).length > 0);
  const items = new Set([...programme.items, ...held, ...canceled]);
  items.delete(summitId);
  const outside = holds.filter(({ data }) => data['itemId'] === undefined);
  return [
    ...[...items].map((itemId) => rowOf(known, programme, itemId)),
    ...outside.map((hold) => outsideRow(known, programme, hold)),
  ];
}

function rowOf(known: Known, programme: Programme, itemId: string): ScheduleRow {
  const plan = planOf(programme, itemId);
  const versions = plan?.versions ?? [];
  const { outcome, records } = outcomeOf(known, programme, itemId, plan?.isDropped === true);
  const [hold] = outcome === 'held' ? records : [];
  const canceled = outcome === 'canceled' || outcome === 'not_held' ? cancellationIn(records) : undefined;
  const before = hold ? issuedBefore(hold, versions) : versions;
  return {
    itemId,
    meetingId: (hold && maybe(hold.data, 'meetingId')) ?? null,
    outcome,
    plan: plan ? 'scheduled' : 'no_plan_on_record',
    publisher: plan?.publisher ?? null,
    ...comparison(hold, versions),
    planChanges: versions.filter((version, i) => {
      const before = versions[i - 1];
      return before !== undefined && !isSame(before, version);
    }).length,
    plannedFirst: startOf(versions[0]) ?? null,
    // Of what was held, as of its deltas: the last plan before it began.
    plannedLast: startOf(before.at(-1)) ?? null,
    noticeMin: outcome === 'canceled' ? noticeOf(canceled, versions.at(-1)) : null,
    canceledBy: (canceled && maybe(canceled.data, 'canceledBy')) ?? null,
    records: records.map(({ address }) => address),
  };
}

function outsideRow(known: Known, programme: Programme, hold: Fact): ScheduleRow {
  const scheduled = { yes: 'scheduled', no: 'unscheduled', unknown: 'no_plan_on_record' };
  // The shape has shown what it may say.
  const said = (maybe(hold.data, 'scheduled') ?? 'unknown') as keyof typeof scheduled;
  const isContested = disputesAmong(known, programme).some((pair) => pair.includes(hold.address));
  return {
    itemId: null,
    meetingId: maybe(hold.data, 'meetingId') ?? null,
    outcome: isContested ? 'contested' : 'held',
    plan: scheduled[said],
    publisher: null,
    ...comparison(isContested ? undefined : hold, []),
    planChanges: 0,
    plannedFirst: null,
    plannedLast: null,
    noticeMin: null,
    canceledBy: null,
    records: [hold.address],
  };
}
