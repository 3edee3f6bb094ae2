import { summitsIn, traitsOf } from '../../../events/index.js';
import type { Fact } from '../../records/fact.js';

/**
 * The facts of one summit: those whose data name it, and what became of the commitments and predictions among
 * them. Facts are read together with what they rest on, which may belong to other summits.
 */
export function factsOfSummit(facts: readonly Fact[], summitId: string): readonly Fact[] {
  const own = new Set(facts.filter(({ data }) => summitsIn(data)?.includes(summitId)));
  const streams = new Set([...own].map(({ stream }) => stream));
  return facts.filter(
    (fact) => own.has(fact) || (traitsOf(fact.type).isJudgement && streams.has(fact.stream)),
  );
}
