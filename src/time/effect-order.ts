import { comparePositions } from './ledger-position.js';
import { orderOf, type Dated } from './when.js';

type Placed = Dated & { readonly position: string };

/** Whether `a` takes effect after `b`: later by valid time; where that is undecided, recorded later (rule 2.6.11). */
export function isLater(a: Placed, b: Placed): boolean {
  const order = orderOf(a, b);
  return order === 'undecided' ? comparePositions(a.position, b.position) > 0 : order === 'after';
}

/** The facts as they take effect one after another: as recorded, but none behind one that it decidably precedes. */
export function inEffectOrder<T extends Placed>(facts: readonly T[]): T[] {
  const sequence: T[] = [];
  for (const fact of facts.toSorted((a, b) => comparePositions(a.position, b.position))) {
    const next = sequence.findIndex((other) => orderOf(fact, other) === 'before');
    sequence.splice(next === -1 ? sequence.length : next, 0, fact);
  }
  return sequence;
}
