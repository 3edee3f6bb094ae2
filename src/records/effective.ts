import type { Evidence } from '../../events/index.js';
import { basesOf } from './basis.js';
import { targetsOf, within, type Dossier } from './dossier.js';
import { factOf, isFactOf, liveKeeping, standingOf, type Applies, type Fact } from './fact.js';
import { always } from './reading.js';
import { streamOf } from './recorded.js';

/**
 * The facts that stand, in the order given. What was merged away stands no more; its sources and
 * corroborations are united with those of the record that stands for it, if both are among the dossiers.
 */
export function effectiveFacts(dossiers: readonly Dossier[], applies: Applies = always): Fact[] {
  const byAddress = new Map(dossiers.map((dossier) => [dossier.record.address, dossier]));
  return dossiers
    .filter((dossier) => targetsOf(dossier.record).length === 0)
    .filter((dossier) => standingOf(dossier, applies) === 'effective')
    .map((dossier) => united(dossier, byAddress, applies, []))
    .map((fact) => {
      const lost = basesOf(fact).filter((address) =>
        isRetracted(found(address, dossiers, byAddress), applies),
      );
      return lost.length > 0 ? { ...fact, retractedBases: lost } : fact;
    });
}

/** The dossier of a record, also of one that stands in that of another. */
function found(
  address: string,
  dossiers: readonly Dossier[],
  byAddress: ReadonlyMap<string, Dossier>,
): Dossier | undefined {
  const own = byAddress.get(address);
  if (own) return own;
  const neighbors = dossiers.filter((dossier) => dossier.record.stream === streamOf(address));
  return neighbors.map((dossier) => within(dossier, address)).find((nested) => nested);
}

function isRetracted(dossier: Dossier | undefined, applies: Applies): boolean {
  return dossier !== undefined && standingOf(dossier, applies) === 'retracted';
}

function united(
  dossier: Dossier,
  byAddress: ReadonlyMap<string, Dossier>,
  applies: Applies,
  survivors: readonly string[],
): Fact {
  const fact = factOf(dossier, applies);
  const passed = [...survivors, fact.record];
  const duplicates = duplicatesOf(dossier, applies)
    // Merges in two streams at once may come to form a circle, which no command could refuse.
    .filter((address) => !passed.includes(address))
    .flatMap((address) => byAddress.get(address) ?? [])
    .filter((duplicate) => standingOf(duplicate, applies) === 'merged')
    .map((duplicate) => united(duplicate, byAddress, applies, passed));
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
