import type { ItemKind } from '../../../events/index.js';
import type { Hold } from '../../summit/programme/outcomes.js';
import type { ItemPlan } from '../../summit/programme/plans.js';
import { format, localDate } from '../../time/zone.js';
import { minutesBetween } from './deltas.js';
import { issuedBefore, type Planned } from './planned.js';

/** What was planned, in the plan that is shown. */
export interface PlanShown {
  /** Whose plan it is. */
  readonly publisher: string;
  readonly order: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly parentItemId: string | null;
  /** Local date. */
  readonly day: string | null;
  /** The local date on which it ends, where that is another. */
  readonly lastDay: string | null;
  /** Planned start by the first plan: RFC 3339 with the offset of its zone. */
  readonly plannedFirst: string | null;
  /** The same by the last plan before it began. */
  readonly plannedLast: string | null;
  /** Minutes from the first planned start to the last. */
  readonly replanMin: number | null;
  /** How many times its start, end, zone, place, title or participants became others. */
  readonly planChanges: number;
  /** In what the plans of those who list it disagree, or are disputed. */
  readonly contestedFields: readonly string[];
  /** Addresses of the revisions and changes that worded it. */
  readonly planRecords: readonly string[];
}

/** @param wordings those of the plan, never empty */
export function planShown(
  plan: ItemPlan,
  wordings: readonly Planned[],
  hold: Hold | undefined,
): Omit<PlanShown, 'contestedFields'> {
  const [first] = wordings;
  const last = hold ? issuedBefore(hold, wordings).at(-1) : wordings.at(-1);
  return {
    publisher: plan.publisher,
    ...placeOf(plan),
    day: plan.current.day ?? null,
    lastDay: lastDayOf(wordings.at(-1)),
    plannedFirst: startOf(first),
    plannedLast: startOf(last),
    replanMin: minutesBetween(first?.start, last?.start),
    planChanges: changesIn(wordings),
    planRecords: [...new Set(plan.versions.map(({ broughtBy }) => broughtBy.record))],
  };
}

function placeOf({ current: { item } }: ItemPlan) {
  return { order: item.order, title: item.title, kind: item.kind, parentItemId: item.parentItemId ?? null };
}

/** An end is not counted: midnight belongs to the day before. */
function lastDayOf(planned: Planned | undefined): string | null {
  if (!planned || planned.end === null || planned.zone === null) return null;
  const lastDay = localDate(planned.end - 1, planned.zone);
  return lastDay === planned.version.day ? null : lastDay;
}

function startOf(planned: Planned | undefined): string | null {
  return typeof planned?.start === 'number' ? format(planned.start, planned.zone) : null;
}

function changesIn(wordings: readonly Planned[]): number {
  const said = wordings.map((planned) => JSON.stringify(fieldsOf(planned)));
  return said.filter((wording, i) => i > 0 && wording !== said[i - 1]).length;
}

/** The fields by which one wording of a plan differs from another (rule 2.6.13). */
export function fieldsOf({ version: { item }, start, end, zone }: Planned) {
  return {
    plannedStart: start ?? item.plannedStart,
    plannedEnd: end ?? item.plannedEnd,
    timeZone: zone,
    place: item.place,
    title: item.title,
    participants: item.participants?.toSorted(),
  };
}
