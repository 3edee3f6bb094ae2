import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Asking } from './asking.js';
import { CommandsController } from './commands.controller.js';
import { Comparing } from './comparing.js';
import { EventsController } from './events.controller.js';
import { Following } from './following.js';
import { HealthController } from './health.controller.js';
import { HistoryController } from './history.controller.js';
import { OpenApiController } from './openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { Reading } from './reading.js';
import { Reception } from './reception.js';
import { SummitsController } from './summits.controller.js';
import { Subscribers } from './subscribers.js';
import { WideController } from './wide.controller.js';

@Module({
  controllers: [
    CommandsController,
    SummitsController,
    HistoryController,
    EventsController,
    HealthController,
    OpenApiController,
    WideController,
  ],
  providers: [
    Reception,
    Reading,
    Asking,
    Comparing,
    Following,
    Subscribers,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
