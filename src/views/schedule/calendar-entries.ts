import type { Fact } from '../../records/fact.js';
import { Programme } from '../../summit/programme.js';
import { itemPlans, shownPlan, type ItemPlan } from '../../summit/programme/plans.js';
import { contestedRecords, outcomeOf, type Judging, type Outcome } from './item-outcome.js';
import { plannedIn } from './planned.js';

export interface CalendarQuestion {
  readonly summitId: string;
  /** Whose plan; of each item the one recorded last that lists it unless told. */
  readonly publisher?: string;
}

/** An item of a programme as a calendar shows it. */
export interface CalendarEntry {
  readonly itemId: string;
  readonly publisher: string;
  readonly title: string;
  readonly place?: string;
  /** Local date; null where none is on record. */
  readonly day: string | null;
  /** Milliseconds since 1970; null where the plan has no clock. */
  readonly start: number | null;
  readonly end: number | null;
  /** Also what was dropped, and what was not reached. What is contested is not known to be off. */
  readonly isCanceled: boolean;
}

/**
 * By day and order, those without a day last.
 * @param facts of a summit's stream
 * @param only the items that are asked for; all unless told
 */
export function calendarEntries(
  facts: readonly Fact[],
  { summitId, publisher }: CalendarQuestion,
  only?: ReadonlySet<string>,
): CalendarEntry[] {
  const programme = Programme.of(summitId, facts);
  const contested = contestedRecords(programme.outcomes);
  // A calendar tells what is on and what is off, and no clock decides that.
  const judging = { programme, contested, queryTime: -Infinity };
  const plans = Map.groupBy(itemPlans(facts, only), ({ itemId }) => itemId);
  return [...plans.values()]
    .flatMap((ofItem) => shownPlan(ofItem, publisher) ?? [])
    .filter(({ itemId }) => itemId !== summitId)
    .sort(byPlace)
    .map((plan) => entryOf(plan, judging));
}

function byPlace({ current: a }: ItemPlan, { current: b }: ItemPlan): number {
  const [dayA, dayB] = [a.day ?? '~', b.day ?? '~'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.item.order - b.item.order;
}

function entryOf(plan: ItemPlan, judging: Judging): CalendarEntry {
  const {
    item: { itemId, title, place },
    day = null,
  } = plan.current;
  const { start = null, end = null } = plannedIn(plan, judging.programme.registration).at(-1) ?? {};
  return {
    itemId,
    publisher: plan.publisher,
    title,
    ...(place !== undefined && { place }),
    day,
    start,
    end,
    isCanceled: OFF.has(outcomeOf(itemId, plan, judging).outcome),
  };
}

const OFF: ReadonlySet<Outcome> = new Set(['canceled', 'not_held', 'dropped']);
