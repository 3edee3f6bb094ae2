import { NoParameters, view } from '../definition.js';
import { allNaming } from '../finding.js';
import type { SourceRegistered } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { Provenance, type SourceLink } from '../knowledge/provenance.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inWords } from '../knowledge/when-words.js';

export interface SourceQuestion {
  readonly sourceId: string;
}

/** A source, and every record that rests on it. */
export interface Source extends Rows<CitingRow> {
  readonly sourceId: string;
  /** Address of its registration; null when it is not, or not any more, registered. */
  readonly record: string | null;
  /** As registered; null with the registration. */
  readonly registration: SourceRegistered | null;
  /** The source, what it was read through, and so on to the source that was seen. */
  readonly chain: readonly SourceLink[];
  /** Ids of the sources that were read through it. */
  readonly readThroughIt: readonly string[];
}

export interface CitingRow extends Resting {
  readonly record: string;
  readonly type: Fact['type'];
  readonly when: string;
  /** Where in the source, as far as that is told. */
  readonly locators: readonly string[];
  /** Whether the record cites the source itself, not only one that was read through it. */
  readonly direct: boolean;
  /** Whether all evidence of the record, corroborations included, leads to this source. */
  readonly alone: boolean;
}

/**
 * @param facts with all that cite the source or one that was read through it, and those sources; the rows
 *   are in the order of lists
 */
export const source: View<SourceQuestion, Source> = (facts, _moment, { sourceId }) => {
  const sources = ofType('SourceRegistered', facts);
  const own = sources.find(({ data }) => data.sourceId === sourceId);
  const provenance = Provenance.of(sources);
  return {
    sourceId,
    record: own?.record ?? null,
    registration: own?.data ?? null,
    chain: provenance.ofEvidence({ sourceId }).chain,
    readThroughIt: sources.filter(({ data }) => data.via === sourceId).map(({ data }) => data.sourceId),
    rows: inDisplayOrder(facts).flatMap((fact) => rowOf(fact, sourceId, provenance)),
  };
};

function rowOf(fact: Fact, sourceId: string, provenance: Provenance): CitingRow[] {
  const evidence = [
    ...fact.sources,
    ...fact.corroborations.flatMap((corroboration) => corroboration.sources),
  ];
  const citing = evidence.filter((one) =>
    provenance.ofEvidence(one).chain.some((link) => link.sourceId === sourceId),
  );
  if (citing.length === 0) return [];
  const direct = citing.filter((one) => one.sourceId === sourceId);
  return [
    {
      record: fact.record,
      type: fact.type,
      when: inWords(fact.occurredAt),
      locators: direct.flatMap(({ locator }) => locator ?? []),
      direct: direct.length > 0,
      alone: citing.length === evidence.length,
      ...restingOn([fact]),
    },
  ];
}

export const sourceView = view('source', {
  name: 'sources',
  about: 'source',
  asks: 'What is this source, and which records rest on it?',
  title: 'What this source is',
  parameters: NoParameters,
  identity: ['record'],
  find: (reader, sourceId) => allNaming(reader, `source-${sourceId}`),
  answer: (facts, moment, sourceId) => source(facts, moment, { sourceId }),
});
