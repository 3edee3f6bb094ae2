import type { Fact } from '../ledger/fold.js';
import type { Known } from '../ledger/moment.js';
import { list } from '../ledger/record.js';
import { boundsOf, isLinked } from '../ledger/time.js';

/** The facts of a summit: those that name it, and what became of its commitments and predictions. */
export function factsOfSummit({ facts }: Known, summitId: string): Fact[] {
  const own = facts.filter(
    ({ data }) => data['summitId'] === summitId || list(data, 'summitIds').includes(summitId),
  );
  const streams = new Set(own.map(({ stream }) => stream));
  const isSequel = ({ type, stream }: Fact) =>
    (type === 'CommitmentAssessed' || type === 'PredictionResolved') && streams.has(stream);
  return facts.filter((fact) => own.includes(fact) || isSequel(fact));
}

/**
 * What is wrong with an order of facts (rule 2.6.4): links always hold, unless they run in a cycle; what they
 * leave free is sorted by (from, to, position), so that of two neighbors only a link may turn the order.
 */
export function faultsOf(ordered: readonly Fact[]): string[] {
  return ordered.flatMap((fact, i) => {
    const followers = ordered.slice(i + 1);
    const turned = followers.filter((later) => isLinked(later, fact) && !reaches(ordered, fact, later));
    const next = ordered[i + 1];
    const isUnsorted = next && byKey(fact, next) > 0 && !isLinked(fact, next);
    return [
      ...turned.map((later) => `${later.address} is linked to come before ${fact.address}`),
      ...(isUnsorted ? [`${next.address} sorts before ${fact.address}`] : []),
    ];
  });
}

/** Whether links lead from one fact to another. */
function reaches(facts: readonly Fact[], from: Fact, to: Fact): boolean {
  const reached = new Set([from]);
  for (const fact of reached) for (const next of facts) if (isLinked(fact, next)) reached.add(next);
  return reached.has(to);
}

function byKey(a: Fact, b: Fact): number {
  const [x, y] = [boundsOf(a.occurredAt), boundsOf(b.occurredAt)];
  if (x.from !== y.from) return x.from < y.from ? -1 : 1;
  if (x.to !== y.to) return x.to < y.to ? -1 : 1;
  return a.n - b.n;
}
