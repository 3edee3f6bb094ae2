import type { Fact } from '../records/fact.js';
import type { Moment } from '../time/moment.js';

/**
 * A read model: a pure function of what is known at a moment (see `knownAt`) and what is asked. It looks at
 * no clock and at no other fact. Who serves it adds the envelope: summit, moment and position.
 */
export type View<Question, Model> = (facts: readonly Fact[], moment: Moment, question: Question) => Model;

/** What a view that lists something answers with. */
export interface Rows<Row extends Resting> {
  readonly rows: readonly Row[];
}

/** What a part of a read model rests on. */
export interface Resting {
  /** Addresses of the records, in the order in which they are told. */
  readonly records: readonly string[];
  /** Set when one of the records may, or may not, be in at the moment asked for. */
  readonly undecided?: true;
}

export function restingOn(facts: readonly Fact[]): Resting {
  const records = [...new Set(facts.map((fact) => fact.record))];
  return { records, ...(facts.some((fact) => fact.undecided) && { undecided: true }) };
}
