import type { PlannedItem, ScheduleItemChanged } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { comparePositions } from '../../time/ledger-position.js';
import { inEffectOrder, isLater } from '../../time/effect-order.js';

type Revision = Fact<'SchedulePublished'>;
type Change = Fact<'ScheduleItemChanged'>;

/** One wording of an item in a publisher's plan. */
export interface PlanVersion {
  /** The revision that lists it so, or the change that was announced. */
  readonly broughtBy: Revision | Change;
  readonly item: PlannedItem;
  /** Local date: of `plannedStart`, else the revision's `day` (rule 2.6.30). */
  readonly day: string | undefined;
}

/** How one publisher planned one item. */
export interface ItemPlan {
  readonly publisher: string;
  readonly itemId: string;
  /** Never empty: by revision number, each revision followed by the changes since (rule 2.6.9). */
  readonly versions: readonly PlanVersion[];
  readonly current: PlanVersion;
  /** The highest revision that lists it. */
  readonly revision: Revision;
  /** Of what was recorded last of the current revision and its changes (rule 2.6.30). */
  readonly position: string;
  /** The later revision that covers its day and no longer lists it (rule 2.6.8). */
  readonly droppedBy?: Revision;
}

/**
 * Every publisher's plan of every item that it ever listed, in the order in which they were first recorded.
 * @param only the items that are asked for; all unless told
 */
export function itemPlans(facts: readonly Fact[], only?: ReadonlySet<string>): readonly ItemPlan[] {
  const byPublisher = Map.groupBy(ofType('SchedulePublished', facts), ({ data }) => data.publisher);
  const byItem = Map.groupBy(ofType('ScheduleItemChanged', facts), ({ data }) => data.itemId);
  return [...byPublisher].flatMap(([publisher, published]) => {
    const revisions = published.toSorted((a, b) => a.data.revision - b.data.revision);
    const itemIds = only ?? new Set(published.flatMap(({ data }) => data.items.map((item) => item.itemId)));
    return [...itemIds].flatMap((itemId) => {
      const changes = (byItem.get(itemId) ?? []).filter(
        ({ data }) => data.publisher === undefined || data.publisher === publisher,
      );
      return planOf(itemId, publisher, revisions, changes);
    });
  });
}

function planOf(
  itemId: string,
  publisher: string,
  revisions: readonly Revision[],
  changes: readonly Change[],
): ItemPlan[] {
  const listing = revisions.filter((revision) => lineOf(itemId, revision));
  const since = Map.groupBy(changes, (change) => listing.findLast((revision) => isLater(change, revision)));
  // In their own sequence: a change of something else must not decide the order of two of these.
  const versions = listing.map((revision) =>
    versionsOf(itemId, revision, inEffectOrder(since.get(revision) ?? [])),
  );
  const latest = versions.at(-1);
  const current = latest?.at(-1);
  const last = listing.at(-1);
  if (!latest || !current || !last) return [];
  const droppedBy = revisions.find(
    (revision) => revision.data.revision > last.data.revision && covers(revision, current.day),
  );
  const position = latest
    .map(({ broughtBy }) => broughtBy.position)
    .reduce((a, b) => (comparePositions(a, b) > 0 ? a : b));
  const plan = { publisher, itemId, versions: versions.flat(), current, revision: last, position };
  return [{ ...plan, ...(droppedBy && { droppedBy }) }];
}

/** Facts are read anew for every moment, but what an uncorrected one holds stays the same object. */
const lines = new WeakMap<Revision['data'], ReadonlyMap<string, PlannedItem>>();

function lineOf(itemId: string, { data }: Revision): PlannedItem | undefined {
  let known = lines.get(data);
  if (!known) {
    // Of an item that is listed twice, which only a correction can bring about, the first line counts.
    known = new Map(data.items.toReversed().map((item) => [item.itemId, item]));
    lines.set(data, known);
  }
  return known.get(itemId);
}

function versionsOf(itemId: string, revision: Revision, changes: readonly Change[]): PlanVersion[] {
  let item = lineOf(itemId, revision);
  if (!item) return [];
  const versions = [versionBy(revision, item, revision)];
  for (const change of changes) {
    item = changedLine(item, change.data);
    versions.push(versionBy(change, item, revision));
  }
  return versions;
}

function versionBy(broughtBy: PlanVersion['broughtBy'], item: PlannedItem, { data }: Revision): PlanVersion {
  return { broughtBy, item, day: item.plannedStart?.slice(0, 10) ?? data.day };
}

/** Whether a revision speaks of a day: its own, or every day where it has none. */
export function covers({ data }: Revision, day: string | undefined): boolean {
  return data.day === undefined || data.day === day;
}

/** Fields of a plan as a change sets them; null clears one. */
export interface ChangedFields {
  readonly plannedStart?: string | null;
  readonly plannedEnd?: string | null;
  readonly timeZone?: string;
  readonly place?: string | null;
  readonly title?: string;
  readonly participants?: readonly string[] | null;
}

/** What a change says anew of the item; empty when it says nothing. A postponement clears the times (domain.md §2.3). */
export function changedFields(change: ScheduleItemChanged): ChangedFields {
  const { plannedStart, plannedEnd, timeZone, place, title, participants } = change;
  const given = { plannedStart, plannedEnd, timeZone, place, title, participants };
  const cleared = change.change === 'postponed' ? { plannedStart: null, plannedEnd: null } : {};
  return {
    ...cleared,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

/** The line of a plan as it reads after a change. */
export function changedLine(line: PlannedItem, change: ScheduleItemChanged): PlannedItem {
  const fields = Object.entries({ ...line, ...changedFields(change) }).filter(([, value]) => value !== null);
  // The fields that every line has are never cleared.
  return Object.fromEntries(fields) as unknown as PlannedItem;
}

/**
 * The plan that a reader is shown: that of the publisher asked for, else the one recorded last that still
 * lists the item, else the one recorded last (rule 2.6.9). One change may have touched several: of these, the one
 * whose revision was recorded last.
 */
export function shownPlan(plans: readonly ItemPlan[], publisher?: string): ItemPlan | undefined {
  const asked = plans.filter((plan) => publisher === undefined || plan.publisher === publisher);
  const listing = asked.filter((plan) => !plan.droppedBy);
  return (listing.length > 0 ? listing : asked)
    .toSorted(
      (a, b) =>
        comparePositions(a.position, b.position) ||
        comparePositions(a.revision.position, b.revision.position),
    )
    .at(-1);
}
