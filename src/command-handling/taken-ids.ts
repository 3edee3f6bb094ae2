import type { EventType } from '../../events/index.js';
import { ofType } from '../records/fact.js';
import { refuse, Rejected } from '../records/rejected.js';
import type { Records } from './stream-state.js';

/**
 * The id of a statement, commitment or prediction is taken while its record stands, and free after its
 * retraction (rule 2.6.16).
 * @throws Rejected `record_exists` naming the record that stands
 */
export function refuseWhileStanding(type: EventType, { facts }: Records): void {
  refuse('record_exists', ofType(type, facts));
}

/**
 * An id that was registered stays taken, also after a retraction (rule 2.6.16).
 * @throws Rejected `already_registered` naming the registration
 */
export function refuseIfEverRegistered(records: Records): void {
  const address = `${records.stream}/0`;
  if (records.find(address)) throw new Rejected('already_registered', { records: [address] });
}
