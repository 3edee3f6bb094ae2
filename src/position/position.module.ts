import { Module } from '@nestjs/common';
import { RecordPositionHandler } from './record-position.js';

export const positionHandlers = [RecordPositionHandler];

@Module({ providers: positionHandlers })
export class PositionModule {}
