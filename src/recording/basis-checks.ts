import { Rejected } from '../records/rejected.js';
import type { World } from './world.js';

/**
 * What a judgement rests on must be on record and count.
 * @throws Rejected `unknown_record` or `basis_retracted`, naming the records
 */
export function checkBasis(basis: readonly string[], world: World): void {
  const unknown = basis.filter((address) => !world.record(address));
  if (unknown.length > 0) throw new Rejected('unknown_record', { records: unknown });
  const retracted = basis.filter((address) => world.record(address)?.standing === 'retracted');
  if (retracted.length > 0) throw new Rejected('basis_retracted', { records: retracted });
}
