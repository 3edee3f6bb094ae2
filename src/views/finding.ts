import { summitsIn, traitsOf } from '../../events/index.js';
import { targetsOf, type Dossier } from '../records/dossier.js';
import type { DossierReader } from './definition.js';

/** What names something, by way of others too: a source that was read through it. */
export function allNaming(reader: DossierReader, stream: string): readonly Dossier[] {
  const direct = reader.naming(stream);
  const through = direct
    .filter(({ record }) => traitsOf(record.type).form === 'registration' && record.stream !== stream)
    .flatMap(({ record }) => (record.type === 'SourceRegistered' ? reader.naming(record.stream) : []));
  return distinct([...reader.ofStream(stream), ...direct, ...through]);
}

/** The summits that records belong to. */
export function summitsOf(dossiers: readonly Dossier[]): readonly string[] {
  return [...new Set(dossiers.flatMap(({ record }) => summitsIn(record.body.data) ?? []))];
}

/** Each fact once; what is said of other records stands in their dossiers. */
export function distinct(dossiers: readonly Dossier[]): readonly Dossier[] {
  const facts = dossiers.filter(({ record }) => targetsOf(record).length === 0);
  return [...new Map(facts.map((dossier) => [dossier.record.address, dossier])).values()];
}
