import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
import { subjectModules } from './commands.js';
import type { Config } from './config.js';
import { Facts } from './projection/facts.js';
import { Projection } from './projection/projection.js';
import { HttpModule } from './http/http.module.js';
import { CONFIG } from './http/subscribers.js';
import { Ledger } from './ledger/ledger.js';
import { Acknowledged } from './command-handling/acknowledged.js';
import { CommandExecutor } from './command-handling/command-executor.js';

/** What is opened before the application and closed after it. */
export interface Parts {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly facts: Facts;
  readonly projection: Projection;
  readonly executor: CommandExecutor;
  readonly acknowledged: Acknowledged;
}

@Global()
@Module({})
class PartsModule {
  static of({ config, ledger, facts, projection, executor, acknowledged }: Parts): DynamicModule {
    return {
      module: PartsModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Ledger, useValue: ledger },
        { provide: Facts, useValue: facts },
        { provide: Projection, useValue: projection },
        { provide: CommandExecutor, useValue: executor },
        { provide: Acknowledged, useValue: acknowledged },
      ],
      exports: [CONFIG, Ledger, Facts, Projection, CommandExecutor, Acknowledged],
    };
  }
}

@Module({})
export class AppModule {
  static of(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PartsModule.of(parts),
        // The server has given the request its id already; health checks and metrics would drown the rest.
        LoggerModule.forRoot({
          pinoHttp: {
            level: parts.config.logLevel,
            autoLogging: { ignore: ({ url }) => /^\/(health\/|metrics)/.test(url ?? '') },
          },
        }),
        CqrsModule.forRoot(),
        ...subjectModules,
        HttpModule,
      ],
    };
  }
}
