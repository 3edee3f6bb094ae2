import type { Fact } from '../../records/fact.js';
import type { ItemPlan } from '../../summit/programme/plans.js';
import { fieldsOf } from './plan-shown.js';
import { plannedIn } from './planned.js';

/**
 * In what the accounts of an item's plan disagree: the fields that two publishers who still list it state
 * differently, and those that a live dispute names of a record of any of its plans. Silence is no disagreement.
 */
export function contestedFields(
  plans: readonly ItemPlan[],
  registration: Fact<'SummitRegistered'> | undefined,
): readonly string[] {
  const listing = plans.filter((plan) => !plan.droppedBy);
  const differing = listing.length > 1 ? differingFields(listing, registration) : [];
  return [...new Set([...differing, ...disputedFields(plans)])].sort();
}

function differingFields(
  plans: readonly ItemPlan[],
  registration: Fact<'SummitRegistered'> | undefined,
): string[] {
  const stated = plans
    .flatMap((plan) => plannedIn(plan, registration).slice(-1))
    .flatMap((planned) => Object.entries(fieldsOf(planned)))
    .filter(([, value]) => value !== undefined && value !== null);
  return [...Map.groupBy(stated, ([field]) => field)]
    .filter(([, accounts]) => new Set(accounts.map(([, value]) => JSON.stringify(value))).size > 1)
    .map(([field]) => field);
}

function disputedFields(plans: readonly ItemPlan[]): string[] {
  return plans
    .flatMap(({ versions }) => versions)
    .flatMap(({ broughtBy }) => broughtBy.disputes)
    .flatMap(({ field }) => field ?? []);
}
