import type { Fact } from '../../records/fact.js';

/**
 * The facts of one summit: those whose data name it, and what became of the commitments and predictions among
 * them. Facts are read together with what they rest on, which may belong to other summits.
 */
export function factsOfSummit(facts: readonly Fact[], summitId: string): readonly Fact[] {
  const own = new Set(facts.filter((fact) => names(fact, summitId)));
  const streams = new Set([...own].map(({ stream }) => stream));
  return facts.filter((fact) => own.has(fact) || (isSequel(fact) && streams.has(fact.stream)));
}

function names({ data }: Fact, summitId: string): boolean {
  if ('summitId' in data) return data.summitId === summitId;
  return 'summitIds' in data && data.summitIds.includes(summitId);
}

function isSequel({ type }: Fact): boolean {
  return type === 'CommitmentAssessed' || type === 'PredictionResolved';
}
