/** What a walk needs to know of a node: its neighbors, one step that way or the other. */
export interface Linked<N> {
  readonly followers: Iterable<N>;
  readonly leaders: Iterable<N>;
}

/**
 * For each node a representative, which two nodes share exactly when each is reached from the other
 * (Kosaraju's strongly connected components). Walks without recursion: a chain may be as long as the list.
 */
export function cyclesOf<N extends Linked<N>>(nodes: Iterable<N>): Map<N, N> {
  const cycleOf = new Map<N, N>();
  for (const representative of leftInOrder(nodes).reverse()) {
    const found = [representative];
    for (let node = found.pop(); node; node = found.pop()) {
      if (cycleOf.has(node)) continue;
      cycleOf.set(node, representative);
      for (const leader of node.leaders) found.push(leader);
    }
  }
  return cycleOf;
}

/** The nodes in the order in which a walk to the followers first leaves each for good. */
function leftInOrder<N extends Linked<N>>(nodes: Iterable<N>): N[] {
  const left: N[] = [];
  const entered = new Set<N>();
  const steps = Array.from(nodes, (node) => ({ node, isLeaving: false }));
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (step.isLeaving) left.push(step.node);
    if (step.isLeaving || entered.has(step.node)) continue;
    entered.add(step.node);
    steps.push({ node: step.node, isLeaving: true });
    for (const node of step.node.followers) steps.push({ node, isLeaving: false });
  }
  return left;
}
