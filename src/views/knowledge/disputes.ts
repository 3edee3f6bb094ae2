import type { Fact } from '../../records/fact.js';

/** Which records are party to a dispute that is open: until one of the two is retracted (domain.md §2.5). */
export class Disputes {
  private constructor(private readonly disputed: ReadonlySet<string>) {}

  /** @param facts those known at the moment asked for */
  static of(facts: readonly Fact[]): Disputes {
    const standing = new Set(facts.map((fact) => fact.record));
    const disputed = facts.flatMap(({ record, disputes }) =>
      disputes.flatMap(({ counterRecord }) => {
        if (counterRecord === undefined) return [record];
        return standing.has(counterRecord) ? [record, counterRecord] : [];
      }),
    );
    return new Disputes(new Set(disputed));
  }

  areOpen(facts: readonly Fact[]): boolean {
    return facts.some((fact) => this.disputed.has(fact.record));
  }
}
