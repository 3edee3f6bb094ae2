import type { Dossier } from '../../records/dossier.js';
import type { Fact } from '../../records/fact.js';
import type { Causes } from './changes.js';

/** What was known at one of two moments, and the dossiers from which it was. */
export interface Knowledge {
  readonly dossiers: readonly Dossier[];
  readonly facts: readonly Fact[];
}

/**
 * Which records brought a change: of the records that a row names before or after, those that came, went or
 * changed between the two moments; and where a later record did that to them, that later record.
 */
export function causesBetween(before: Knowledge, after: Knowledge): Causes {
  const brought = changedBetween(before, after);
  return (first, second) => {
    const named = new Set([...textsIn(first), ...textsIn(second)]);
    return [...new Set([...named].flatMap((text) => brought.get(text) ?? []))];
  };
}

function changedBetween(before: Knowledge, after: Knowledge): ReadonlyMap<string, readonly string[]> {
  const [first, second] = [texts(before.facts), texts(after.facts)];
  const [old, now] = [byAddress(before.dossiers), byAddress(after.dossiers)];
  const changed = new Map<string, readonly string[]>();
  for (const address of new Set([...first.keys(), ...second.keys()])) {
    if (first.get(address) === second.get(address)) continue;
    const known = new Set(addressesIn(old.get(address)));
    const later = addressesIn(now.get(address)).filter((one) => !known.has(one));
    changed.set(address, later.length > 0 && known.size > 0 ? later : [address]);
  }
  return changed;
}

function texts(facts: readonly Fact[]): Map<string, string> {
  return new Map(facts.map((fact) => [fact.record, JSON.stringify(fact)]));
}

function byAddress(dossiers: readonly Dossier[]): Map<string, Dossier> {
  return new Map(dossiers.map((dossier) => [dossier.record.address, dossier]));
}

function addressesIn(dossier: Dossier | undefined): string[] {
  return dossier ? [dossier.record.address, ...dossier.keeping.flatMap(addressesIn)] : [];
}

/** Every text in a row: whatever names a record, under whatever field. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
