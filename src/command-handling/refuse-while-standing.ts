import type { EventType } from '../../events/index.js';
import { ofType } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import type { Records } from './stream-state.js';

/**
 * The id of a statement, commitment or prediction is taken while its record stands, and free after its
 * retraction (rule 2.6.16).
 * @throws Rejected `record_exists` naming the record that stands
 */
export function refuseWhileStanding(type: EventType, { facts }: Records): void {
  const standing = ofType(type, facts).map((fact) => fact.record);
  if (standing.length > 0) throw new Rejected('record_exists', { records: standing });
}
