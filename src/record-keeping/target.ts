import { Rejected } from '../records/rejected.js';
import type { StandingRecord, Records } from '../command-handling/stream-state.js';

/** @throws Rejected `unknown_record` */
export function recordAt(records: Pick<Records, 'find'>, address: string): StandingRecord {
  const found = records.find(address);
  if (!found) throw new Rejected('unknown_record', { records: [address] });
  return found;
}

/** What was merged away may still be written to: it counts again when the merge is undone (rule 2.6.22). */
export function refuseRetracted({ standing, fact }: StandingRecord): void {
  if (standing === 'retracted') throw new Rejected('record_retracted', { records: [fact.record] });
}
