import type { Fact } from '../../records/fact.js';
import type { Programme } from '../../summit/programme.js';
import type { Cancellation, Hold } from '../../summit/programme/outcomes.js';
import type { ItemPlan } from '../../summit/programme/plans.js';
import { endOf } from './planned.js';

export type Outcome = 'contested' | 'held' | 'canceled' | 'not_held' | 'dropped' | 'no_report' | 'upcoming';

/** What came of an item. */
export interface ItemOutcome {
  readonly outcome: Outcome;
  /** The records that say so; none where nobody says anything. */
  readonly records: readonly (Hold | Cancellation)[];
  /** Set where it was held. */
  readonly hold?: Hold;
  /** Set where it was canceled or not held: by the root's record where the summit as a whole was called off. */
  readonly cancellation?: Cancellation;
  /** What closed an item of which nothing is told: the revision that dropped it, or the summit's conclusion. */
  readonly closedBy: readonly Fact[];
}

/** What to judge an item by, beside its plan. */
export interface Judging {
  readonly programme: Programme;
  /** Addresses, as `contestedRecords` finds them. */
  readonly contested: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly queryTime: number;
}

/** The outcome by precedence: rules 2.6.10 and 2.6.11. */
export function outcomeOf(itemId: string, plan: ItemPlan | undefined, judging: Judging): ItemOutcome {
  const { programme, contested } = judging;
  const holds = programme.holdsOf(itemId);
  const canceled = programme.cancellationsOf(itemId);
  const records = [...holds, ...canceled];
  const [hold] = holds;
  if ((hold && records.length > 1) || records.some(({ record }) => contested.has(record)))
    return { outcome: 'contested', records, closedBy: [] };
  if (hold) return { outcome: 'held', records, hold, closedBy: [] };
  const [root] = programme.rootCancellations;
  if (root)
    return {
      outcome: 'canceled',
      records: [...programme.rootCancellations, ...records],
      cancellation: root,
      closedBy: [],
    };
  return canceledOutcome(canceled) ?? untold(plan, judging);
}

function canceledOutcome(records: readonly Cancellation[]): ItemOutcome | undefined {
  const announced = records.findLast(isAnnounced);
  const cancellation = announced ?? records.at(-1);
  if (!cancellation) return undefined;
  return { outcome: announced ? 'canceled' : 'not_held', records, cancellation, closedBy: [] };
}

function isAnnounced({ data }: Cancellation): boolean {
  return !('announced' in data) || data.announced;
}

/** Of which nobody tells whether it was held. */
function untold(plan: ItemPlan | undefined, { programme, queryTime }: Judging): ItemOutcome {
  if (plan?.droppedBy) return { outcome: 'dropped', records: [], closedBy: [plan.droppedBy] };
  const { conclusions } = programme;
  if (conclusions.length > 0) return { outcome: 'no_report', records: [], closedBy: conclusions };
  const isAhead = queryTime < endOf(plan?.current, programme.registration);
  return { outcome: isAhead ? 'upcoming' : 'no_report', records: [], closedBy: [] };
}

/**
 * The records of outcomes that stand and that a live dispute sets against one another, be it across items
 * (rules 2.6.14 and 2.6.30).
 */
export function contestedRecords(records: readonly (Hold | Cancellation)[]): ReadonlySet<string> {
  // A record that was merged away is that which stands for it.
  const standing = new Map(
    records.flatMap(({ record, duplicates = [] }) =>
      [record, ...duplicates].map((address) => [address, record]),
    ),
  );
  return new Set(
    records.flatMap(({ record, disputes }) => {
      const others = disputes
        .flatMap(({ counterRecord }) => standing.get(counterRecord ?? '') ?? [])
        .filter((address) => address !== record);
      return others.length > 0 ? [record, ...others] : [];
    }),
  );
}
