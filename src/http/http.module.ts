import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CommandsController } from './commands.controller.js';
import { EventsController } from './events.controller.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { Reading } from './reading.js';
import { Reception } from './reception.js';
import { Subscribers } from './subscribers.js';

@Module({
  controllers: [CommandsController, EventsController, HealthController],
  providers: [Reception, Reading, Subscribers, { provide: APP_FILTER, useClass: ProblemFilter }],
})
export class HttpModule {}
