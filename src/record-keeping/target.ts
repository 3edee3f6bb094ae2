import { Rejected } from '../records/rejected.js';
import { streamOf } from '../records/recorded.js';
import type { StreamKind } from '../command-handling/stream-kind.js';
import type { StandingRecord, Records } from '../command-handling/stream-state.js';

/** The stream of the record that a command concerns: whatever is said of a record lies beside it. */
export const TargetStream: StreamKind<Records, { target: string }> = {
  streamOf: ({ target }) => streamOf(target),
  of: (records) => records,
};

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
