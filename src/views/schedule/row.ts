import type { Fact } from '../../records/fact.js';
import { isHold, type Cancellation, type Hold } from '../../summit/programme/outcomes.js';
import { isToTheMinute, spanOf } from '../../time/when.js';
import { restingOn, type Resting } from '../view.js';
import { minutesBetween, type Actual } from './deltas.js';
import type { ItemOutcome, Outcome } from './item-outcome.js';
import { labelOf } from './label.js';
import type { PlanShown } from './plan-shown.js';

/** `unscheduled`: a source says so. `no_plan_on_record`: no plan that lists it is known. */
export type PlanStatus = 'scheduled' | 'unscheduled' | 'no_plan_on_record';

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
type Listed = 'planChanges' | 'contestedFields' | 'planRecords';

/** What was planned, against what took place. `records` are those that tell the outcome. */
export interface ScheduleRow
  extends Resting, Actual, Pick<PlanShown, Listed>, Nullable<Omit<PlanShown, Listed>> {
  /** Null for what was held outside any programme. */
  readonly itemId: string | null;
  readonly meetingId: string | null;
  readonly plan: PlanStatus;
  readonly outcome: Outcome;
  /** The same in one word, for people. */
  readonly label: string;
  /** Of the records that tell the outcome; null where there are none. */
  readonly certainty: Fact['certainty'] | null;
  readonly canceledBy: string | null;
  readonly announcedBy: string | null;
  /** Addresses of what closed an item of which nobody tells: the revision that dropped it, or the conclusion. */
  readonly closedBy: readonly string[];
  /** Minutes from the public word of a cancellation to the last planned start. */
  readonly noticeMin: number | null;
}

/**
 * What a row says of the outcome.
 * @param plannedStart milliseconds since 1970: the last, which a notice counts down to
 */
export function outcomeFields(
  { outcome, records, cancellation, closedBy }: ItemOutcome,
  actual: Actual,
  plannedStart: number | null,
): Omit<ScheduleRow, keyof PlanShown | 'itemId' | 'plan'> {
  const canceled = outcome === 'canceled' ? cancellation : undefined;
  return {
    meetingId: meetingIdOf(records.find(isHold)),
    outcome,
    label: labelOf(outcome, actual),
    ...actual,
    certainty: certaintyOf(records),
    ...whoCanceled(cancellation),
    noticeMin: canceled ? noticeOf(canceled, plannedStart) : null,
    closedBy: closedBy.map(({ record }) => record),
    ...restingOn([...records, ...closedBy]),
    records: records.map(({ record }) => record),
  };
}

/** A signing is no meeting, and has no id of its own. */
function meetingIdOf(hold: Hold | undefined): string | null {
  return hold && 'meetingId' in hold.data ? hold.data.meetingId : null;
}

function whoCanceled(cancellation: Cancellation | undefined) {
  const { canceledBy, announcedBy } = cancellation?.data ?? {};
  return { canceledBy: canceledBy ?? null, announcedBy: announcedBy ?? null };
}

/** Implied only where nobody says it outright. */
function certaintyOf(records: readonly (Hold | Cancellation)[]): Fact['certainty'] | null {
  if (records.length === 0) return null;
  return records.some(({ certainty }) => certainty === 'explicit') ? 'explicit' : 'implied';
}

function noticeOf({ disclosedAt, occurredAt }: Cancellation, plannedStart: number | null): number | null {
  const heard = disclosedAt ?? occurredAt;
  return isToTheMinute(heard) && heard.from !== null
    ? minutesBetween(spanOf(heard).from, plannedStart)
    : null;
}
