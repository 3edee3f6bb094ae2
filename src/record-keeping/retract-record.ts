import { RecordRetracted } from '../../events/index.js';
import type { CommandResult } from '../command-handling/command-result.js';
import { handling } from '../command-handling/command-executor.js';
import { keeping } from '../command-handling/recording.js';
import type { FactLookup } from '../command-handling/fact-lookup.js';
import type { Records } from '../command-handling/stream-state.js';
import { recordAt, refuseRetracted } from './target.js';

/** A record should not count any more; or a retraction should not, which restores what it retracted. */
export class RetractRecord extends keeping(RecordRetracted) {}

function decide({ data }: RetractRecord, records: Records): RecordRetracted {
  refuseRetracted(recordAt(records, data.target));
  return data;
}

async function complete(
  { data }: RetractRecord,
  answer: CommandResult,
  lookup: FactLookup,
): Promise<CommandResult> {
  // The retraction is recorded, whatever comes: facts that lag behind only leave the list out.
  const resting = await lookup.restingOnNothing(data.target, answer.position).catch(() => undefined);
  return resting ? { ...answer, dependents: resting.map((fact) => fact.record) } : answer;
}

export class RetractRecordHandler extends handling({ command: RetractRecord, decide, complete }) {}
