import { isFactOf, type Fact } from './fact.js';

/** Addresses of the records that a fact says it rests on; empty when it names none. */
export function basesOf(fact: Fact): readonly string[] {
  const own = 'basis' in fact.data ? fact.data.basis : undefined;
  const ofPapers = isFactOf('SigningCanceled', fact) ? fact.data.papersReady?.basis : undefined;
  return [...(own ?? []), ...(ofPapers ?? [])];
}
