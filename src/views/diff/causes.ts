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
 * changed between the two moments; and where a later record did that to them, that later record. Where a row
 * names none of these, as a question that was answered does not, those that name what the row is about or rests
 * on.
 */
export function causesBetween(before: Knowledge, after: Knowledge): Causes {
  const brought = changedBetween(before, after);
  const later = (texts: readonly string[]) => [...new Set(texts.flatMap((text) => brought.get(text) ?? []))];
  let naming: ReadonlyMap<string, readonly string[]> | undefined;
  return (first, second, about) => {
    const named = later([...textsIn(first), ...textsIn(second)]);
    if (named.length > 0) return named;
    naming ??= recordsByText([...before.facts, ...after.facts].filter(({ record }) => brought.has(record)));
    const concerned = textsIn([about, first?.['records'], second?.['records']]);
    return later(concerned.flatMap((text) => naming?.get(text) ?? []));
  };
}

/** The addresses of the records that hold a text, by that text. */
function recordsByText(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const mentioned = facts.flatMap(({ record, data, disputes }) =>
    textsIn([data, disputes]).map((text) => ({ text, record })),
  );
  const groups = Map.groupBy(mentioned, ({ text }) => text);
  return new Map([...groups].map(([text, held]) => [text, held.map(({ record }) => record)]));
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
