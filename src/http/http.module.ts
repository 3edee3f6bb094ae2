import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Asking } from './views/asking.js';
import { CommandsController } from './commands/commands.controller.js';
import { Comparing } from './views/comparing.js';
import { EventsController } from './events/events.controller.js';
import { Following } from './views/following.js';
import { HealthController } from './health.controller.js';
import { HistoryController } from './views/history.controller.js';
import { OpenApiController } from './documents/openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { Reading } from './reading.js';
import { Reception } from './commands/reception.js';
import { SummitsController } from './views/summits.controller.js';
import { Subscribers } from './subscribers.js';
import { WideController } from './views/wide.controller.js';

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
