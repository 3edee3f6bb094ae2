import TinyQueue from 'tinyqueue';
import { cyclesOf } from './cycles.js';
import { comparePositions } from './ledger-position.js';
import { spanOf, type Dated, type Span } from './when.js';

type Placed = Dated & { readonly position: string };

interface Node<T> {
  readonly fact: T;
  readonly span: Span;
  /** Nodes that are linked to come after this one, and before it. */
  readonly followers: Set<Node<T>>;
  readonly leaders: Set<Node<T>>;
}

/**
 * The facts as a list shows them (rule 2.6.4). A direct `after` or `before` link between two of them always
 * holds; what the links leave free is sorted by (from, to, position), unbounded `from` first, unbounded `to`
 * last. Links that run in a cycle do not count, those into and out of it do. The order of the input has no
 * influence, as long as no record is listed twice.
 */
export function inDisplayOrder<T extends Placed>(facts: readonly T[]): T[] {
  const nodes = linked(facts);
  withoutCycles(nodes);
  const ready = new TinyQueue(
    nodes.filter((node) => node.leaders.size === 0),
    byKey,
  );
  const ordered: T[] = [];
  for (let node = ready.pop(); node; node = ready.pop()) {
    ordered.push(node.fact);
    for (const follower of node.followers) {
      follower.leaders.delete(node);
      if (follower.leaders.size === 0) ready.push(follower);
    }
  }
  return ordered;
}

function linked<T extends Placed>(facts: readonly T[]): Node<T>[] {
  const nodes = facts.map((fact): Node<T> => ({
    fact,
    span: spanOf(fact.occurredAt),
    followers: new Set(),
    leaders: new Set(),
  }));
  const byRecord = new Map(nodes.map((node) => [node.fact.record, node]));
  for (const node of nodes) {
    const { before = [], after = [] } = node.fact.occurredAt;
    for (const record of before) link(node, byRecord.get(record));
    for (const record of after) link(byRecord.get(record), node);
  }
  return nodes;
}

function link<T>(leader: Node<T> | undefined, follower: Node<T> | undefined): void {
  if (!leader || !follower) return;
  leader.followers.add(follower);
  follower.leaders.add(leader);
}

function withoutCycles<T>(nodes: readonly Node<T>[]): void {
  const cycleOf = cyclesOf(nodes);
  for (const node of nodes)
    for (const follower of node.followers)
      if (cycleOf.get(follower) === cycleOf.get(node)) {
        node.followers.delete(follower);
        follower.leaders.delete(node);
      }
}

function byKey(a: Node<Placed>, b: Node<Placed>): number {
  return (
    ascending(a.span.from, b.span.from) ||
    ascending(a.span.to, b.span.to) ||
    comparePositions(a.fact.position, b.fact.position) ||
    ascending(a.fact.record, b.fact.record)
  );
}

function ascending<V extends number | string>(a: V, b: V): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
