import { CommandHandler } from '@nestjs/cqrs';
import { RecordRetracted } from '../../events/index.js';
import type { Answer } from '../recording/answer.js';
import { handling } from '../recording/handling.js';
import { keeping } from '../recording/recording.js';
import type { Recollection } from '../recording/recollection.js';
import type { Records } from '../recording/stream-state.js';
import { recordAt, refuseRetracted, TargetStream } from './target.js';

/** A record should not count any more; or a retraction should not, which restores what it retracted. */
export class RetractRecord extends keeping(RecordRetracted) {}

export function decide({ data }: RetractRecord, records: Records): RecordRetracted {
  refuseRetracted(recordAt(records, data.target));
  return data;
}

async function tell({ data }: RetractRecord, answer: Answer, recollection: Recollection): Promise<Answer> {
  // The retraction is recorded, whatever comes: facts that lag behind only leave the list out.
  const resting = await recollection.restingOnNothing(data.target, answer.position).catch(() => undefined);
  return resting ? { ...answer, dependents: resting.map((fact) => fact.record) } : answer;
}

@CommandHandler(RetractRecord)
export class RetractRecordHandler extends handling(TargetStream, decide, { tell }) {}
