import type { Fact } from '../../records/fact.js';
import type { Programme } from '../../summit/programme.js';
import { isHold, type Cancellation, type Hold } from '../../summit/programme/outcomes.js';
import { instant, spanOf } from '../../time/when.js';
import { localDate } from '../../time/zone.js';
import { actualOf, TOLERANCE_MIN } from './deltas.js';
import { outcomeOf, type ItemOutcome, type Judging } from './item-outcome.js';
import type { PlanShown } from './plan-shown.js';
import { outcomeFields, type PlanStatus, type ScheduleRow } from './row.js';

/** What is known of a plan where none is: what was held tells its day, kind and title. */
const NO_PLAN = {
  publisher: null,
  order: null,
  title: null,
  kind: null,
  parentItemId: null,
  day: null,
  lastDay: null,
  plannedFirst: null,
  plannedLast: null,
  replanMin: null,
  planChanges: 0,
  contestedFields: [],
  planRecords: [],
} as const;

/** A row for something that was held outside any programme. */
export function outsideRow(hold: Hold, { programme, contested }: Judging): ScheduleRow {
  const outcome: ItemOutcome = contested.has(hold.record)
    ? { outcome: 'contested', records: [hold], closedBy: [] }
    : { outcome: 'held', records: [hold], hold, closedBy: [] };
  return { ...rowOf(null, outcome, programme), plan: planStatus(hold) };
}

/** A row for an item of which something is told, but which no plan that is known lists. */
export function unlistedRow(itemId: string, judging: Judging): ScheduleRow {
  return rowOf(itemId, outcomeOf(itemId, undefined, judging), judging.programme);
}

function rowOf(itemId: string | null, outcome: ItemOutcome, { registration }: Programme): ScheduleRow {
  return {
    itemId,
    plan: 'no_plan_on_record',
    ...withoutPlan(outcome.records, registration),
    ...outcomeFields(outcome, actualOf(outcome.hold, [], TOLERANCE_MIN), null),
  };
}

/** A signing outside any programme is on no plan (rule 2.6.12). */
function planStatus({ data }: Hold): PlanStatus {
  const scheduled = 'scheduled' in data ? data.scheduled : undefined;
  if (scheduled === 'yes') return 'scheduled';
  return scheduled === 'no' ? 'unscheduled' : 'no_plan_on_record';
}

/** The plan's part of a row about something that no known plan lists. */
function withoutPlan(
  records: readonly (Hold | Cancellation)[],
  registration: Fact<'SummitRegistered'> | undefined,
): Pick<ScheduleRow, keyof PlanShown> {
  const hold = records.find(isHold);
  if (hold) return { ...NO_PLAN, ...kindAndTitle(hold), ...daysOf(hold, registration?.data.timeZone) };
  const isSigning = records.some(({ type }) => type === 'SigningCanceled');
  return isSigning ? { ...NO_PLAN, kind: 'signing' } : NO_PLAN;
}

function kindAndTitle({ data }: Hold): Pick<ScheduleRow, 'kind' | 'title'> {
  if ('meetingId' in data) return { kind: data.kind, title: data.title };
  return { kind: 'signing', title: data.agreements.map(({ title }) => title).join('; ') };
}

/** The local days on which it was held, or may have been; none where its time has no beginning. */
function daysOf({ data, occurredAt }: Hold, zone: string | undefined): Pick<ScheduleRow, 'day' | 'lastDay'> {
  const { from, to } = spanOf(occurredAt);
  const start = data.start === undefined ? from : instant(data.start);
  const end = data.end === undefined ? to : instant(data.end);
  if (zone === undefined || !Number.isFinite(start)) return { day: null, lastDay: null };
  const day = localDate(start, zone);
  // An end is not counted: midnight belongs to the day before.
  const lastDay = Number.isFinite(end) ? localDate(end - 1, zone) : day;
  return { day, lastDay: lastDay === day ? null : lastDay };
}
