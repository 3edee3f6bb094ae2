import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { ViewReader } from './views/view-reader.js';
import { CommandsController } from './commands/commands.controller.js';
import { ViewDiff } from './views/view-diff.js';
import { Feed } from './events/feed.js';
import { EventsController } from './events/events.controller.js';
import { LedgerPositionInterceptor } from './ledger-position.interceptor.js';
import { LiveView } from './views/live-view.js';
import { HealthController } from './health.controller.js';
import { HistoryController } from './views/history.controller.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { MomentResolver } from './moment-resolver.js';
import { CommandDispatcher } from './commands/command-dispatcher.js';
import { SummitsController } from './views/summits.controller.js';
import { Subscribers } from './subscribers.js';
import { CrossSummitController } from './views/cross-summit.controller.js';

@Module({
  controllers: [
    CommandsController,
    SummitsController,
    HistoryController,
    EventsController,
    HealthController,
    DocumentsController,
    MetricsController,
    CrossSummitController,
  ],
  providers: [
    CommandDispatcher,
    MomentResolver,
    ViewReader,
    ViewDiff,
    LiveView,
    Subscribers,
    Metrics,
    Feed,
    { provide: APP_INTERCEPTOR, useClass: LedgerPositionInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
