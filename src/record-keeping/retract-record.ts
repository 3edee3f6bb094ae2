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
  const dependents = await recollection.restingOnNothing(data.target, answer.position);
  return { ...answer, dependents: dependents.map((fact) => fact.record) };
}

@CommandHandler(RetractRecord)
export class RetractRecordHandler extends handling(TargetStream, decide, { tell }) {}
