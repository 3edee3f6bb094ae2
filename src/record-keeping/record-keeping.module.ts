import { Module } from '@nestjs/common';
import { CorrectRecordHandler } from './correct-record.js';
import { CorroborateRecordHandler } from './corroborate-record.js';
import { DisputeRecordHandler } from './dispute-record.js';
import { MergeRecordsHandler } from './merge-records.js';
import { RetractRecordHandler } from './retract-record.js';

export const recordKeepingHandlers = [
  CorroborateRecordHandler,
  DisputeRecordHandler,
  CorrectRecordHandler,
  RetractRecordHandler,
  MergeRecordsHandler,
];

@Module({ providers: recordKeepingHandlers })
export class RecordKeepingModule {}
