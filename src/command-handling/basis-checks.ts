import { Rejected } from '../records/rejected.js';
import type { DecisionContext } from './decision-context.js';

/**
 * What a judgement rests on must be on record and count.
 * @throws Rejected `unknown_record` or `basis_retracted`, naming the records
 */
export function checkBasis(basis: readonly string[], context: DecisionContext): void {
  const unknown = basis.filter((address) => !context.record(address));
  if (unknown.length > 0) throw new Rejected('unknown_record', { records: unknown });
  const retracted = basis.filter((address) => context.record(address)?.standing === 'retracted');
  if (retracted.length > 0) throw new Rejected('basis_retracted', { records: retracted });
}
