import type { Evidence } from '../../events/index.js';
import { basesOf } from './basis.js';
import { targetsOf, within, type Dossier } from './dossier.js';
import { factOf, isFactOf, liveKeeping, standingOf, type Applies, type Fact } from './fact.js';
import { always } from './reading.js';
import { streamOf } from './recorded.js';

/** The dossiers that are read together. */
export interface Shelf {
  dossier(address: string): Dossier | undefined;
  ofStream(stream: string): readonly Dossier[];
}

/**
 * The facts that stand, in the order given. What was merged away stands no more; its sources and
 * corroborations are united with those of the record that stands for it, if both are among the dossiers.
 */
export function effectiveFacts(dossiers: readonly Dossier[], applies: Applies = always): Fact[] {
  const shelf = shelfOf(dossiers);
  return dossiers.flatMap((dossier) => effectiveFact(dossier, shelf, applies) ?? []);
}

/** The fact that a dossier tells among others; undefined where none stands. */
export function effectiveFact(dossier: Dossier, among: Shelf, applies: Applies): Fact | undefined {
  if (targetsOf(dossier.record).length > 0 || standingOf(dossier, applies) !== 'effective') return undefined;
  const fact = united(dossier, among, applies, []);
  const lost = basesOf(fact).filter((address) => isRetracted(found(address, among), applies));
  return lost.length > 0 ? { ...fact, retractedBases: lost } : fact;
}

function shelfOf(dossiers: readonly Dossier[]): Shelf {
  const byAddress = new Map(dossiers.map((dossier) => [dossier.record.address, dossier]));
  let byStream: ReadonlyMap<string, readonly Dossier[]> | undefined;
  return {
    dossier: (address) => byAddress.get(address),
    ofStream: (stream) => {
      byStream ??= Map.groupBy(dossiers, ({ record }) => record.stream);
      return byStream.get(stream) ?? [];
    },
  };
}

/** The dossier of a record, also of one that stands in that of another. */
function found(address: string, among: Shelf): Dossier | undefined {
  const own = among.dossier(address);
  if (own) return own;
  for (const neighbor of among.ofStream(streamOf(address))) {
    const nested = within(neighbor, address);
    if (nested) return nested;
  }
  return undefined;
}

function isRetracted(dossier: Dossier | undefined, applies: Applies): boolean {
  return dossier !== undefined && standingOf(dossier, applies) === 'retracted';
}

function united(dossier: Dossier, among: Shelf, applies: Applies, survivors: readonly string[]): Fact {
  const fact = factOf(dossier, applies);
  const passed = [...survivors, fact.record];
  const duplicates = duplicatesOf(dossier, applies)
    // Merges in two streams at once may come to form a circle, which no command could refuse.
    .filter((address) => !passed.includes(address))
    .flatMap((address) => among.dossier(address) ?? [])
    .filter((duplicate) => standingOf(duplicate, applies) === 'merged')
    .map((duplicate) => united(duplicate, among, applies, passed));
  if (duplicates.length === 0) return fact;
  return {
    ...fact,
    sources: distinct([fact, ...duplicates].flatMap((account) => account.sources)),
    corroborations: [fact, ...duplicates].flatMap((account) => account.corroborations),
    duplicates: duplicates.flatMap((account) => [account.record, ...(account.duplicates ?? [])]),
  };
}

/** The records that were merged into this one, by merges that stand. */
export function duplicatesOf(dossier: Dossier, applies: Applies = always): readonly string[] {
  return liveKeeping(dossier, applies)
    .map((kept) => factOf(kept, applies))
    .flatMap((kept) => (isFactOf('RecordsMerged', kept) ? [kept.data] : []))
    .filter(({ survivor }) => survivor === dossier.record.address)
    .flatMap(({ duplicates }) => duplicates);
}

function distinct(sources: readonly Evidence[]): Evidence[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
