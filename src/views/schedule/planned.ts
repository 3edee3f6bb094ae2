import type { PlannedItem } from '../../../events/index.js';
import type { Fact } from '../../records/fact.js';
import type { Hold } from '../../summit/programme/outcomes.js';
import type { ItemPlan, PlanVersion } from '../../summit/programme/plans.js';
import { instant, orderOf, spanOf } from '../../time/when.js';
import { dayBounds, instantOf } from '../../time/zone.js';

/** A wording of a plan with its clock times as instants, in milliseconds since 1970; null where not planned. */
export interface Planned {
  readonly version: PlanVersion;
  readonly start: number | null;
  readonly end: number | null;
  /** IANA name or fixed offset; null where neither the item nor a summit has one. */
  readonly zone: string | null;
}

type Registration = Fact<'SummitRegistered'> | undefined;

/** Every wording of a plan, in its order. */
export function plannedIn(plan: ItemPlan | undefined, registration: Registration): readonly Planned[] {
  return (plan?.versions ?? []).map((version) => planned(version, registration));
}

function planned(version: PlanVersion, registration: Registration): Planned {
  const { item } = version;
  const zone = item.timeZone ?? registration?.data.timeZone ?? null;
  return { version, zone, start: clock(item.plannedStart, zone), end: clock(item.plannedEnd, zone) };
}

function clock(wallClock: PlannedItem['plannedStart'], zone: string | null): number | null {
  return wallClock === undefined || zone === null ? null : instantOf(wallClock, zone);
}

/**
 * Until when an item is still ahead, in milliseconds since 1970: its planned start, else the end of its day,
 * else that of the summit (rule 2.6.10).
 */
export function endOf(version: PlanVersion | undefined, registration: Registration): number {
  const start = version && planned(version, registration).start;
  if (typeof start === 'number') return start;
  const zone = registration?.data.timeZone;
  if (version?.day !== undefined && zone !== undefined) return dayBounds(version.day, zone).to;
  return spanOf(registration?.occurredAt).to;
}

/** The wordings that were not decidably issued once it had begun (rule 2.6.13). */
export function issuedBefore(hold: Hold, wordings: readonly Planned[]): readonly Planned[] {
  const start = hold.data.start === undefined ? Infinity : instant(hold.data.start);
  return wordings.filter(
    ({ version: { broughtBy } }) =>
      spanOf(broughtBy.occurredAt).from < start && orderOf(broughtBy, hold) !== 'after',
  );
}
