import type { Fact } from '../ledger/fold.js';
import { startOf, type Programme, type Version } from '../ledger/programme.js';
import { boundsOf, endOfDay } from '../ledger/time.js';

/** The plan that a row shows: recorded last among those that still list the item (rule 2.6.9). */
export function planOf(programme: Programme, itemId: string) {
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

/** Until when an item is ahead (rule 2.6.10). */
export function endOfPlan(programme: Programme, itemId: string): number {
  const plan = planOf(programme, itemId);
  const start = startOf(plan?.versions.at(-1));
  if (start !== undefined) return start;
  const day = plan && programme.dayOf(plan.publisher, itemId);
  if (day !== undefined) return endOfDay(day, programme.timeZone);
  return boundsOf(programme.of('SummitRegistered')[0]?.occurredAt).to;
}
