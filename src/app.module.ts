import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { subjectModules } from './commands.js';
import type { Config } from './config.js';
import { Facts } from './facts/facts.js';
import { Projection } from './facts/projection.js';
import { HttpModule } from './http/http.module.js';
import { CONFIG } from './http/subscribers.js';
import { Ledger } from './ledger/ledger.js';
import { Desk } from './recording/desk.js';

/** What is opened before the application and closed after it. */
export interface Parts {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly facts: Facts;
  readonly projection: Projection;
  readonly desk: Desk;
}

@Global()
@Module({})
class PartsModule {
  static of({ config, ledger, facts, projection, desk }: Parts): DynamicModule {
    return {
      module: PartsModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Ledger, useValue: ledger },
        { provide: Facts, useValue: facts },
        { provide: Projection, useValue: projection },
        { provide: Desk, useValue: desk },
      ],
      exports: [CONFIG, Ledger, Facts, Projection, Desk],
    };
  }
}

@Module({})
export class AppModule {
  static of(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      imports: [PartsModule.of(parts), CqrsModule.forRoot(), ...subjectModules, HttpModule],
    };
  }
}
