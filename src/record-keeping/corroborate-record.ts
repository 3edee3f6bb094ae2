import { Evidence, NestedList, RecordCorroborated, Required } from '../../events/index.js';
import { refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { keeping } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { recordAt, refuseRetracted } from './target.js';

/** One more source tells the same fact. */
export class CorroborateRecord extends keeping(RecordCorroborated) {
  @Required()
  @NestedList(() => Evidence, { code: 'source_required', mayBeEmpty: false })
  override sources!: Evidence[];
}

function decide({ data, sources }: CorroborateRecord, records: Records): RecordCorroborated {
  const found = recordAt(records, data.target);
  const account = [found.fact, ...found.fact.corroborations];
  const given = new Set(sources.map(({ sourceId }) => sourceId));
  const already = account.filter((by) => by.sources.some(({ sourceId }) => given.has(sourceId)));
  refuse('already_corroborated', already);
  refuseRetracted(found);
  return data;
}

export class CorroborateRecordHandler extends handling({ command: CorroborateRecord, decide }) {}
