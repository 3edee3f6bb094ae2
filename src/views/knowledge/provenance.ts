import type { Evidence, SourceRegistered } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';

/** One source of a chain. What is unknown of it is null; of a source that is not on record all of it. */
export interface SourceLink {
  readonly sourceId: string;
  readonly kind: SourceRegistered['kind'] | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
}

export interface ProvenanceOfEvidence {
  readonly sourceId: string;
  readonly locator: string | null;
  /** Told so, or read through another source. */
  readonly secondHand: boolean;
  /** The source, what it was read through, and so on to the source that was seen. */
  readonly chain: readonly SourceLink[];
}

const NOT_ON_RECORD = { kind: null, publisher: null, title: null, publishedAt: null, url: null } as const;

/** Through what evidence came to be known, by the sources among the facts. */
export class Provenance {
  private constructor(private readonly sources: ReadonlyMap<string, SourceRegistered>) {}

  static of(facts: readonly Fact[]): Provenance {
    return new Provenance(
      new Map(ofType('SourceRegistered', facts).map(({ data }) => [data.sourceId, data])),
    );
  }

  ofEvidence(evidence: Evidence): ProvenanceOfEvidence {
    const ids = this.idsThrough(evidence);
    return {
      sourceId: evidence.sourceId,
      locator: evidence.locator ?? null,
      secondHand: evidence.kind === 'second_hand' || ids.length > 1,
      chain: ids.map((sourceId) => this.linkOf(sourceId)),
    };
  }

  /** The sources that were seen, each once, on which a fact and what corroborates it rest. */
  seenFor({ sources, corroborations }: Pick<Fact, 'sources' | 'corroborations'>): readonly string[] {
    const evidence = [...sources, ...corroborations.flatMap((account) => account.sources)];
    return [...new Set(evidence.flatMap((one) => this.idsThrough(one).slice(-1)))];
  }

  private idsThrough({ sourceId, via }: Evidence): readonly string[] {
    const ids = [sourceId];
    let next = via ?? this.sources.get(sourceId)?.via;
    // Sources that name one another would lead in a circle.
    while (next !== undefined && !ids.includes(next)) {
      ids.push(next);
      next = this.sources.get(next)?.via;
    }
    return ids;
  }

  private linkOf(sourceId: string): SourceLink {
    const source = this.sources.get(sourceId);
    if (!source) return { sourceId, ...NOT_ON_RECORD };
    const { kind, publisher = null, title = null, publishedAt = null, url = null } = source;
    return { sourceId, kind, publisher, title, publishedAt, url };
  }
}
