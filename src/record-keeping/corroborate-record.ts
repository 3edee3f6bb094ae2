import { CommandHandler } from '@nestjs/cqrs';
import { Evidence, NestedList, RecordCorroborated, Required } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/handling.js';
import { keeping } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { recordAt, refuseRetracted, TargetStream } from './target.js';

/** One more source tells the same fact. */
export class CorroborateRecord extends keeping(RecordCorroborated) {
  @Required()
  @NestedList(() => Evidence, { code: 'source_required', mayBeEmpty: false })
  override sources!: Evidence[];
}

export function decide({ data, sources }: CorroborateRecord, records: Records): RecordCorroborated {
  const found = recordAt(records, data.target);
  const account = [found.fact, ...found.fact.corroborations];
  const given = new Set(sources.map(({ sourceId }) => sourceId));
  const already = account.filter((by) => by.sources.some(({ sourceId }) => given.has(sourceId)));
  if (already.length > 0)
    throw new Rejected('already_corroborated', { records: already.map((by) => by.record) });
  refuseRetracted(found);
  return data;
}

@CommandHandler(CorroborateRecord)
export class CorroborateRecordHandler extends handling(TargetStream, decide) {}
