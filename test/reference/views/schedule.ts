import type { Fact } from '../fold.js';
import type { Known } from '../moment.js';
import { endOf, isSame, Programme, startOf, type Version } from '../programme.js';
import { maybe, str } from '../record.js';
import { boundsOf, compare, endOfDay } from '../time.js';

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

const TOLERANCE = 10;

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

/** The plan that a row shows: recorded last among those that still list the item (rule 2.6.9). */
function planOf(programme: Programme, itemId: string) {
  const plans = programme.publishers
    .map((publisher) => ({
      publisher,
      versions: programme.versionsOf(publisher, itemId),
      revision: programme.revisionListing(publisher, itemId),
      isDropped: programme.isDroppedBy(publisher, itemId),
    }))
    .filter(({ versions }) => versions.length > 0)
    // Where one change touched several, the one whose revision was recorded last.
    .toSorted((a, b) => recordedOf(a.versions) - recordedOf(b.versions) || issuedOf(a) - issuedOf(b));
  return plans.findLast((plan) => !plan.isDropped) ?? plans.at(-1);
}

const issuedOf = (plan: { readonly revision: Fact | undefined }) => plan.revision?.n ?? 0;
const recordedOf = (versions: readonly Version[]) => versions.at(-1)?.recorded ?? 0;

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

/** Who called off the summit called off its items; of several, the last that was announced. */
function cancellationIn(records: readonly Fact[]): Fact | undefined {
  const root = records.find(({ data }) => data['itemId'] === data['summitId']);
  return root ?? records.findLast(({ data }) => data['announced'] !== false) ?? records.at(-1);
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

/** Live disputes between standing outcome records (rule 2.6.14). */
function disputesAmong({ fold }: Known, programme: Programme): (readonly string[])[] {
  const standing = [
    ...programme.of('MeetingHeld'),
    ...programme.of('SigningHeld'),
    ...[...new Set([...programme.items, programme.summitId, ...canceledItems(programme)])].flatMap((itemId) =>
      programme.cancellationsOf(itemId),
    ),
  ].map(({ address }) => address);
  return standing.flatMap((target) =>
    fold
      .about(target, 'RecordDisputed')
      .filter((dispute) => fold.stands(dispute))
      .map(({ data }) => [target, fold.survivorOf(maybe(data, 'counterRecord') ?? '')])
      .filter(([, counter]) => counter !== target && standing.includes(counter ?? '')),
  );
}

const canceledItems = (programme: Programme) =>
  [...programme.of('MeetingCanceled'), ...programme.of('SigningCanceled')].map(({ data }) =>
    str(data, 'itemId'),
  );

interface Outcome {
  readonly outcome: string;
  readonly records: readonly Fact[];
}

/** By precedence (rule 2.6.10). */
function outcomeOf(known: Known, programme: Programme, itemId: string, isDropped: boolean): Outcome {
  const holds = programme.holdsOf(itemId);
  const canceled = programme.cancellationsOf(itemId);
  const root = programme.cancellationsOf(programme.summitId);
  const own = [...holds, ...canceled];
  const isDisputed = disputesAmong(known, programme).some((pair) =>
    own.some(({ address }) => pair.includes(address)),
  );
  if (holds.length > 1 || (holds.length > 0 && canceled.length > 0) || isDisputed)
    return { outcome: 'contested', records: own };
  if (holds.length > 0) return { outcome: 'held', records: holds };
  if (root.length > 0) return { outcome: 'canceled', records: [...root, ...canceled] };
  if (canceled.length > 0) {
    const isAnnounced = canceled.some(({ data }) => data['announced'] !== false);
    return { outcome: isAnnounced ? 'canceled' : 'not_held', records: canceled };
  }
  return { outcome: notHappened(known, programme, itemId, isDropped), records: [] };
}

function notHappened(known: Known, programme: Programme, itemId: string, isDropped: boolean): string {
  if (isDropped) return 'dropped';
  if (programme.of('SummitConcluded').length > 0) return 'no_report';
  return known.moment.queryTime < endOfPlan(programme, itemId) ? 'upcoming' : 'no_report';
}

/** Until when an item is ahead (rule 2.6.10). */
function endOfPlan(programme: Programme, itemId: string): number {
  const plan = planOf(programme, itemId);
  const start = startOf(plan?.versions.at(-1));
  if (start !== undefined) return start;
  const day = plan && programme.dayOf(plan.publisher, itemId);
  if (day !== undefined) return endOfDay(day, programme.timeZone);
  return boundsOf(programme.of('SummitRegistered')[0]?.occurredAt).to;
}

function comparison(hold: Fact | undefined, versions: readonly Version[]) {
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
function issuedBefore(hold: Fact, versions: readonly Version[]): Version[] {
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
function noticeOf(canceled: Fact | undefined, plan: Version | undefined): number | null {
  const word = canceled?.disclosedAt ?? canceled?.occurredAt;
  if (word?.precision !== 'minute' || typeof word.from !== 'string') return null;
  return minutes(startOf(plan), Date.parse(word.from));
}
