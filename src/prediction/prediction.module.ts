import { Module } from '@nestjs/common';
import { RecordPredictionHandler } from './record-prediction.js';
import { ResolvePredictionHandler } from './resolve-prediction.js';

export const predictionHandlers = [RecordPredictionHandler, ResolvePredictionHandler];

@Module({ providers: predictionHandlers })
export class PredictionModule {}
