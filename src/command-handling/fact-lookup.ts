import type { Fact } from '../records/fact.js';

/**
 * What deciding may ask of the facts: questions across streams that no stream answers alone. A help, not an
 * invariant: what another client records in the same instant is not seen.
 */
export abstract class FactLookup {
  /** The facts that stand and name an actor in any field. Includes all that this process has recorded. */
  abstract naming(actorId: string): Promise<readonly Fact[]>;

  /**
   * The statements that stand of a speaker in which one of the quotes occurs, whatever the case and
   * punctuation (rule 2.6.19). Includes all that this process has recorded.
   */
  abstract sameWords(speaker: string, quotes: readonly string[]): Promise<readonly Fact[]>;

  /**
   * The merges that stand and name one of the records among their duplicates, in whatever stream they were
   * written. Includes all that this process has recorded.
   */
  abstract mergesOf(addresses: readonly string[]): Promise<readonly Fact<'RecordsMerged'>[]>;

  /**
   * The records that stand as of a position, name a record as a basis, and have no basis that stands (see
   * `basesOf`). The same for the same position, whatever is recorded later.
   */
  abstract restingOnNothing(basis: string, asOf: string): Promise<readonly Fact[]>;
}
