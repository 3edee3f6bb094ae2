import type { Fact } from '../records/fact.js';

/**
 * What deciding may ask of the facts: questions across streams that no stream answers alone. A help, not an
 * invariant: what another client records in the same instant is not seen.
 */
export abstract class Recollection {
  /** The facts that stand and name an actor in any field. Includes all that this process has recorded. */
  abstract naming(actorId: string): Promise<readonly Fact[]>;

  /**
   * The statements that stand of a speaker in which one of the quotes occurs, whatever the case and
   * punctuation (rule 2.6.19). Includes all that this process has recorded.
   */
  abstract sameWords(speaker: string, quotes: readonly string[]): Promise<readonly Fact[]>;

  /**
   * The records that stand and name a record as their basis, as of a position, that one excluded.
   */
  abstract restingOn(address: string, before: string): Promise<readonly Fact[]>;
}
