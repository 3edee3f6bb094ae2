import { Module } from '@nestjs/common';
import { AssessCommitmentHandler } from './assess-commitment.js';
import { RecordCommitmentHandler } from './record-commitment.js';

export const commitmentHandlers = [RecordCommitmentHandler, AssessCommitmentHandler];

@Module({ providers: commitmentHandlers })
export class CommitmentModule {}
