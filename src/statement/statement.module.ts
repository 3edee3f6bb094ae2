import { Module } from '@nestjs/common';
import { RecordStatementHandler } from './record-statement.js';

export const statementHandlers = [RecordStatementHandler];

@Module({ providers: statementHandlers })
export class StatementModule {}
