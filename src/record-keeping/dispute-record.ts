import { RecordDisputed } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { futureRecord, keeping } from '../command-handling/recording.js';
import { handling } from '../command-handling/command-executor.js';
import type { Records } from '../command-handling/stream-state.js';
import { recordAt, refuseRetracted } from './target.js';

/** Somebody tells it otherwise. */
export class DisputeRecord extends keeping(RecordDisputed) {}

function decide(command: DisputeRecord, records: Records): RecordDisputed {
  const { target, counterRecord } = command.data;
  const itself = futureRecord(command, records).record;
  if (target === counterRecord || target === itself)
    throw new Rejected('invalid', {
      fields: [
        { field: target === itself ? 'data.target' : 'data.counterRecord', message: 'disputes itself' },
      ],
    });
  refuseRetracted(recordAt(records, target));
  return command.data;
}

export class DisputeRecordHandler extends handling({ command: DisputeRecord, decide }) {}
