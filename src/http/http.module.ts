import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Asking } from './views/asking.js';
import { CommandsController } from './commands/commands.controller.js';
import { Comparing } from './views/comparing.js';
import { Feed } from './events/feed.js';
import { EventsController } from './events/events.controller.js';
import { Following } from './views/following.js';
import { HealthController } from './health.controller.js';
import { HistoryController } from './views/history.controller.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
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
    DocumentsController,
    MetricsController,
    WideController,
  ],
  providers: [
    Reception,
    Reading,
    Asking,
    Comparing,
    Following,
    Subscribers,
    Metrics,
    Feed,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
