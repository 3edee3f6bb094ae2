import { isFactOf, type Fact } from '../../records/fact.js';
import { covers, type ItemPlan } from '../../summit/programme/plans.js';
import { fieldsOf } from './plan-shown.js';
import { plannedIn, type Planned } from './planned.js';

type Revision = Fact<'SchedulePublished'>;

/** An item in a plan, from a revision that lists it up to the publisher's next one that does. */
export interface Listing {
  readonly itemId: string;
  readonly listedBy: Revision;
  /** As listed, then as each change worded it. Never empty. */
  readonly wordings: readonly Planned[];
  /** The revision that dropped it, before it was listed anew. */
  readonly droppedBy?: Revision;
  /** The listing that this one took over from; none where the item was new, or had been dropped. */
  readonly before?: Listing;
}

type Stretch = Pick<Listing, 'listedBy' | 'wordings'>;

/**
 * @param plan of one item
 * @param revisions of the plan's publisher, by number
 */
export function listingsOf(
  plan: ItemPlan,
  revisions: readonly Revision[],
  registration: Fact<'SummitRegistered'> | undefined,
): readonly Listing[] {
  const stretches = stretchesOf(plannedIn(plan, registration));
  return stretches.reduce<Listing[]>((listings, stretch, i) => {
    const droppedBy = dropOf(stretch, revisions, stretches[i + 1]);
    const last = listings.at(-1);
    const before = last?.droppedBy ? undefined : last;
    const listing = {
      itemId: plan.itemId,
      ...stretch,
      ...(droppedBy && { droppedBy }),
      ...(before && { before }),
    };
    return [...listings, listing];
  }, []);
}

/** The wordings of each revision with those of the changes since. */
function stretchesOf(wordings: readonly Planned[]): Stretch[] {
  const starts = wordings.flatMap(({ version: { broughtBy } }, i) =>
    isFactOf('SchedulePublished', broughtBy) ? [{ i, listedBy: broughtBy }] : [],
  );
  return starts.map(({ i, listedBy }, n) => ({ listedBy, wordings: wordings.slice(i, starts[n + 1]?.i) }));
}

/** The revision that dropped a listing before the next that lists the item (rule 2.6.8). */
function dropOf(
  { listedBy, wordings }: Stretch,
  revisions: readonly Revision[],
  next: Stretch | undefined,
): Revision | undefined {
  const until = next?.listedBy.data.revision ?? Infinity;
  return revisions.find(
    (revision) =>
      revision.data.revision > listedBy.data.revision &&
      revision.data.revision < until &&
      covers(revision, wordings.at(-1)?.version.day),
  );
}

/** The fields in which a listing differs from the last wording of the one it took over from. */
export function changedSince({ before, wordings: [first] }: Listing): readonly string[] {
  const last = before?.wordings.at(-1);
  if (!last || !first) return [];
  const was = new Map(Object.entries(fieldsOf(last)));
  return Object.entries(fieldsOf(first))
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(was.get(field)))
    .map(([field]) => field);
}
