import type { Fact, Fold } from '../ledger/fold.js';
import { recordFields } from '../language/language.js';
import { list, maybe, part, Refusal, type Data, type Evidence, type Rec } from '../ledger/record.js';
import type { Ruling } from './ruling.js';
import { shapeOf, type Leaf } from '../language/shape.js';
import { boundsOf, hasOffset, type Time } from '../ledger/time.js';

interface Reception {
  readonly receivedAt: number;
  readonly revision: number;
  /** The key was used before, for another body. */
  readonly isKeyTaken: boolean;
}

/** The row "all" of §2.5, in the order of rule 2.6.29. */
export function allRow(ruling: Ruling, leaves: readonly Leaf[], reception: Reception): void {
  checkReferences(ruling, leaves, ruling.record);
  checkTimes(ruling.record, leaves, reception.receivedAt);
  const { expected } = ruling.command;
  ruling.refuseIf(expected !== undefined && expected !== reception.revision, 'revision_conflict');
  ruling.refuseIf(reception.isKeyTaken, 'idempotency_key_reused');
  ruling.refuseIf(isTaken(ruling), 'record_exists');
}

/** What the row asks of a new record it asks of a corrected one; the patch is known to fit only by then. */
export function checkPatched(ruling: Ruling, then: Rec): void {
  const { leaves } = shapeOf(recordFields(then.type), then);
  checkReferences(ruling, leaves, then);
  checkTimes(then, leaves, ruling.record.recordedAt);
}

const named = (leaves: readonly Leaf[], kind: string) =>
  leaves.flatMap((leaf) => (leaf.kind === kind && typeof leaf.value === 'string' ? [leaf.value] : []));

const isRegistered = (fold: Fold, stream: string) => fold.all.some((record) => record.stream === stream);

function checkReferences(ruling: Ruling, leaves: readonly Leaf[], record: Rec): void {
  const { fold } = ruling;
  const isMissing = (kind: string) => named(leaves, kind).some((id) => !isRegistered(fold, `${kind}-${id}`));
  ruling.refuseIf(isMissing('source'), 'unknown_source');
  const { sources = [] } = record;
  const hasQuotes = list(record.data, 'quotes').length > 0;
  // One place in one source is enough to find the words again; the page asks for "a locator".
  ruling.refuseIf(hasQuotes && sources.every(({ locator }) => locator === undefined), 'locator_required');
  ruling.refuseIf(isMissing('actor'), 'unknown_actor');
  // Asked of what a command names on the evidence that it brings itself.
  if (record === ruling.record)
    ruling.refuseIf(isSharedAnonymous(ruling, named(leaves, 'actor'), sources), 'anonymous_not_shared');
  ruling.refuseIf(isMissing('summit'), 'unknown_summit');
}

/** Rule 2.6.20: all that names an anonymous actor was published by one. */
function isSharedAnonymous(
  { fold }: Ruling,
  actors: readonly string[],
  sources: readonly Evidence[],
): boolean {
  const publishers = publishersOf(sources, fold);
  if (publishers.length === 0) return false;
  const anonymous = fold
    .standing('ActorRegistered')
    .filter(({ data }) => data['kind'] === 'anonymous' && actors.includes(String(data['actorId'])));
  return anonymous.some(({ data }) => {
    const earlier = everythingStanding(fold).filter((one) => names(one, String(data['actorId'])));
    const before = earlier.flatMap((one) => publishersOf(one.sources ?? [], fold));
    return new Set([...publishers, ...before]).size > 1;
  });
}

/** A repair counts as a use only while what it is about does; the page does not say. */
function everythingStanding(fold: Fold): Fact[] {
  const counts = (one: Rec): boolean => {
    const about = maybe(one.data, 'target') ?? maybe(one.data, 'survivor');
    const target = about === undefined ? undefined : fold.find(about);
    return fold.stands(one) && (target === undefined || counts(target));
  };
  return fold.all.filter(counts).map((one) => fold.effective(one));
}

function names(record: Fact, actorId: string): boolean {
  if (record.type === 'ActorRegistered' || record.type === 'SourceRegistered') return false;
  const { leaves } = shapeOf(recordFields(record.type), record);
  return named(leaves, 'actor').includes(actorId);
}

function publishersOf(sources: readonly Evidence[], fold: Fold): string[] {
  const registered = fold.standing('SourceRegistered');
  return sources.flatMap(({ sourceId }) => {
    const source = registered.find(({ data }) => data['sourceId'] === sourceId);
    return source ? (maybe(source.data, 'publisher') ?? []) : [];
  });
}

function checkTimes(record: Rec, leaves: readonly Leaf[], receivedAt: number): void {
  if (isReversed(record)) throw new Refusal('time_reversed');
  const isAhead = boundsOf(timeOf(record.occurredAt)).from > receivedAt;
  if (isAhead && record.type !== 'SummitRegistered') throw new Refusal('in_the_future');
  const isUnzoned = leaves.some(({ value }) => typeof value === 'string' && isTimestamp(value));
  if (isUnzoned && hasUnknownZone(record, leaves)) throw new Refusal('time_zone_required');
}

const isTimestamp = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !hasOffset(text);

/** Whether a timestamp without offset is left: in an object always, as a text where no zone was known. */
function hasUnknownZone(record: Rec, leaves: readonly Leaf[]): boolean {
  const isLeft = ({ kind, value }: Leaf) =>
    typeof value === 'string' && isTimestamp(value) && /^(timestamp|published)/.test(kind);
  const patch = part(record.data, 'patch');
  const times = [record.occurredAt, record.disclosedAt, record.data['deadline'], record.data['when']];
  const isText = [...times, patch?.['occurredAt'], patch?.['disclosedAt']].some(
    (time) => typeof time === 'string',
  );
  return leaves.some(isLeft) || isText;
}

const timeOf = (time: unknown) => (typeof time === 'object' ? (time as Time) : undefined);

function isReversed(record: Rec): boolean {
  const { data } = record;
  const patch = part(data, 'patch');
  const own = [record.occurredAt, record.disclosedAt, data['deadline'], data['when']];
  const times = [...own, patch?.['occurredAt'], patch?.['disclosedAt']];
  const isTurned = times.map(timeOf).some((time) => boundsOf(time).from >= boundsOf(time).to);
  const items = [data, ...list<Data>(data, 'items')];
  const isPlannedBackwards = items.some(
    // The shape has shown both to be texts, or absent.
    ({ plannedStart = '', plannedEnd = '~' }) => (plannedEnd as string) < (plannedStart as string),
  );
  return isTurned || isPlannedBackwards || isHeldOutside(record);
}

/** `start` and `end` lie within `occurredAt`, bounds included (rule 2.6.13). */
function isHeldOutside({ type, data, occurredAt }: Rec): boolean {
  if (type !== 'MeetingHeld' && type !== 'SigningHeld') return false;
  const { from, to } = boundsOf(timeOf(occurredAt));
  const [start, end] = [maybe(data, 'start'), maybe(data, 'end')].map((one) =>
    one === undefined || !hasOffset(one) ? undefined : Date.parse(one),
  );
  const isOutside = [start, end].some((one) => one !== undefined && (one < from || one > to));
  return isOutside || (start !== undefined && end !== undefined && end < start);
}

/** Record ids stay taken; what has an id of its own is free again once retracted (rule 2.6.16). */
function isTaken({ record, fold }: Ruling): boolean {
  if (fold.find(record.address)) return true;
  const once = ['StatementIssued', 'CommitmentMade', 'PredictionMade'];
  return (
    once.includes(record.type) &&
    fold.all.some(
      (one) => one.stream === record.stream && one.type === record.type && fold.standsInStream(one),
    )
  );
}
