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
  const stated = plans
    .filter((plan) => !plan.droppedBy)
    .flatMap((plan) => plannedIn(plan, registration).slice(-1))
    .map(
      (planned) =>
        new Map(Object.entries(fieldsOf(planned)).map(([field, value]) => [field, JSON.stringify(value)])),
    );
  const fields = new Set(stated.flatMap((wording) => [...wording.keys()]));
  const differing = [...fields].filter((field) => {
    const said = stated
      .map((wording) => wording.get(field))
      .filter((value) => value !== undefined && value !== 'null');
    return new Set(said).size > 1;
  });
  return [...new Set([...differing, ...disputedFields(plans)])].sort();
}

function disputedFields(plans: readonly ItemPlan[]): string[] {
  return plans
    .flatMap(({ versions }) => versions)
    .flatMap(({ broughtBy }) => broughtBy.disputes)
    .flatMap(({ field }) => field ?? []);
}
