import { Module } from '@nestjs/common';
import { CorrectRecordHandler } from './correct-record.js';
import { RetractRecordHandler } from './retract-record.js';

export const recordKeepingHandlers = [CorrectRecordHandler, RetractRecordHandler];

@Module({ providers: recordKeepingHandlers })
export class RecordKeepingModule {}
