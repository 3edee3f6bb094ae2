import { view } from '../definition.js';
import { PlanParameters } from './official-schedule.js';
import { Optional } from '../../../events/index.js';
import { Matches } from 'class-validator';
import { Programme } from '../../summit/programme.js';
import { shownPlan, type ItemPlan } from '../../summit/programme/plans.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { contestedFields } from './contested-fields.js';
import { actualOf, TOLERANCE_MIN } from './deltas.js';
import { contestedRecords, outcomeOf, type Judging } from './item-outcome.js';
import { planShown } from './plan-shown.js';
import { plannedIn } from './planned.js';
import { outcomeFields, type ScheduleRow } from './row.js';
import { outsideRow, unlistedRow } from './unplanned.js';
import type { Rows, View } from '../view.js';

export type { ScheduleRow } from './row.js';

export interface ScheduleQuestion {
  readonly summitId: string;
  /**
   * Shows this publisher's plans only, and no item that it never listed; else of each item the plan recorded
   * last that still lists it.
   */
  readonly publisher?: string;
  /** How many minutes off its plan a start is still as planned; 10 unless told otherwise. */
  readonly toleranceMin?: number;
}

/**
 * What was planned, against what took place (domain.md §3.1): the items of the programme by day and order,
 * then what was held outside it by time. The summit as a whole, which is the root item, has no row.
 */
export const scheduleVsActual: View<ScheduleQuestion, Rows<ScheduleRow>> = (facts, moment, question) => {
  const programme = Programme.of(question.summitId, facts);
  const contested = contestedRecords(programme.outcomes);
  const judging: Judging = {
    programme,
    contested,
    // Looked at only where nothing is told: what is told stays so, whenever it is asked.
    get queryTime() {
      return moment.queryTime;
    },
  };
  const items = itemIds(programme).flatMap((itemId) => itemRow(itemId, judging, question));
  const outside = inDisplayOrder(programme.holds.filter(({ data }) => data.itemId === undefined));
  return {
    rows: [...items.sort(byPlace), ...outside.map((hold) => outsideRow(hold, judging))],
  };
};

/** Also those on no plan that is known, if something is told of them. */
function itemIds({ summitId, items, outcomes }: Programme): string[] {
  const ids = new Set([
    ...items.map(({ itemId }) => itemId),
    ...outcomes.flatMap(({ data }) => data.itemId ?? []),
  ]);
  return [...ids].filter((itemId) => itemId !== summitId);
}

function itemRow(itemId: string, judging: Judging, question: ScheduleQuestion): ScheduleRow[] {
  const plans = judging.programme.item(itemId)?.plans ?? [];
  const plan = shownPlan(plans, question.publisher);
  if (plan) return [listedRow(plan, plans, judging, question.toleranceMin ?? TOLERANCE_MIN)];
  return plans.length > 0 ? [] : [unlistedRow(itemId, judging)];
}

function listedRow(
  plan: ItemPlan,
  plans: readonly ItemPlan[],
  judging: Judging,
  toleranceMin: number,
): ScheduleRow {
  const { registration } = judging.programme;
  const outcome = outcomeOf(plan.itemId, plan, judging);
  const wordings = plannedIn(plan, registration);
  return {
    itemId: plan.itemId,
    plan: 'scheduled',
    ...planShown(plan, wordings, outcome.hold),
    contestedFields: contestedFields(plans, registration),
    ...outcomeFields(outcome, actualOf(outcome.hold, wordings, toleranceMin), wordings.at(-1)?.start ?? null),
    ...(plan.versions.some(({ broughtBy }) => broughtBy.undecided) && { undecided: true }),
  };
}

/** By day, those of no day last; then by their place on the plan, those on none last. */
function byPlace(a: ScheduleRow, b: ScheduleRow): number {
  const [dayA, dayB] = [a.day ?? '~', b.day ?? '~'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);
}

export class ScheduleParameters extends PlanParameters {
  /** Minutes by which a start may be off its plan and still be as planned; 10 unless given. */
  @Optional()
  @Matches(/^\d{1,3}$/, { message: '$property must be a whole number of minutes' })
  tolerance?: string;
}

/** What the plan alone says, and what those alone say who tell the outcome; all else rests on both. */
const ofThePlan: readonly (keyof ScheduleRow)[] = [
  'publisher',
  'order',
  'title',
  'kind',
  'parentItemId',
  'day',
  'lastDay',
  'plannedFirst',
  'planChanges',
  'contestedFields',
];
const ofTheOutcome: readonly (keyof ScheduleRow)[] = [
  'meetingId',
  'outcome',
  'certainty',
  'canceledBy',
  'announcedBy',
  'start',
  'end',
  'extent',
];

function each(fields: readonly string[], restOn: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(fields.map((field): [string, readonly string[]] => [field, restOn]));
}

export const scheduleVsActualView = view('scheduleVsActual', {
  name: 'schedule-vs-actual',
  about: 'summit',
  asks: 'What was planned, and what took place of it?',
  title: 'The schedule against what occurred',
  parameters: ScheduleParameters,
  identity: [['itemId', 'meetingId']],
  restsOn: { ...each(ofThePlan, ['planRecords']), ...each(ofTheOutcome, ['records', 'closedBy']) },
  concerns: ({ stream }, summitId) => stream === `summit-${summitId}`,
  answer: (facts, moment, summitId, { publisher, tolerance }) =>
    scheduleVsActual(facts, moment, {
      summitId,
      ...(publisher !== undefined && { publisher }),
      ...(tolerance !== undefined && { toleranceMin: Number(tolerance) }),
    }),
});
