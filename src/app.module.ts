import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
import type { pino } from 'pino';
import { Acknowledged } from './command-handling/streams.js';
import { CommandExecutor } from './command-handling/command-executor.js';
import { FactLookup } from './command-handling/fact-lookup.js';
import { CommandsModule } from './commands.js';
import { CONFIG, type Config } from './config.js';
import { HttpModule } from './http/http.module.js';
import { Ledger, START } from './ledger/ledger.js';
import { Facts } from './projection/facts.js';
import { ProjectedFactLookup } from './projection/projected-fact-lookup.js';
import { Projection } from './projection/projection.js';
import { Storage, type Log } from './storage.js';

/** What the whole application rests on. */
@Global()
@Module({})
class StorageModule {
  static of(config: Config, log: Log, inProcess: boolean): DynamicModule {
    return {
      module: StorageModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Storage, useFactory: () => Storage.open(config, log, inProcess) },
        { provide: Ledger, useFactory: ({ ledger }: Storage) => ledger, inject: [Storage] },
        { provide: Projection, useFactory: ({ projection }: Storage) => projection, inject: [Storage] },
        { provide: Facts, useFactory: ({ facts }: Storage) => facts, inject: [Storage] },
      ],
      exports: [CONFIG, Ledger, Projection, Facts],
    };
  }
}

/** What takes commands to the ledger. */
@Global()
@Module({
  providers: [
    { provide: Acknowledged, useFactory: acknowledgedBy, inject: [Ledger, Projection] },
    {
      provide: FactLookup,
      useFactory: (facts: Facts, projection: Projection, acknowledged: Acknowledged) =>
        new ProjectedFactLookup(facts, projection, () => acknowledged.position),
      inject: [Facts, Projection, Acknowledged],
    },
    {
      provide: CommandExecutor,
      useFactory: (ledger: Ledger, lookup: FactLookup, acknowledged: Acknowledged) =>
        new CommandExecutor(ledger, lookup, acknowledged),
      inject: [Ledger, FactLookup, Acknowledged],
    },
  ],
  exports: [Acknowledged, CommandExecutor],
})
class CommandHandlingModule {}

/** A ledger that is away when the service starts is waited for by the projection. */
async function acknowledgedBy(ledger: Ledger, projection: Projection): Promise<Acknowledged> {
  const acknowledged = new Acknowledged(await ledger.head().catch(() => START));
  projection.onForgotten = () => acknowledged.forget();
  return acknowledged;
}

@Module({})
export class AppModule {
  /** @param inProcess projects in this thread: for tests */
  static of(config: Config, log: pino.Logger, { inProcess = false } = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        StorageModule.of(config, (message) => log.warn({ context: 'projection' }, message), inProcess),
        // For what the application says; requests are logged by the server, which knows when they are over.
        LoggerModule.forRoot({ pinoHttp: { logger: log }, forRoutes: [] }),
        CqrsModule.forRoot(),
        CommandHandlingModule,
        CommandsModule,
        HttpModule,
      ],
    };
  }
}
