import { Module } from '@nestjs/common';
import { ReportSanctionsHandler } from './report-sanctions.js';

export const sanctionsHandlers = [ReportSanctionsHandler];

@Module({ providers: sanctionsHandlers })
export class SanctionsModule {}
