import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule, type Parts } from './app.module.js';
import type { Config } from './config.js';
import { Facts } from './projection/facts.js';
import { Projection } from './projection/projection.js';
import { ProjectedFactLookup } from './projection/projected-fact-lookup.js';
import { fastifyAdapter } from './http/fastify.js';
import { Subscribers } from './http/subscribers.js';
import type { Ledger } from './ledger/ledger.js';
import { START } from './ledger/ledger.js';
import { openLedger } from './ledger/open-ledger.js';
import { Acknowledged } from './command-handling/acknowledged.js';
import { CommandExecutor } from './command-handling/command-executor.js';

/** A running service. */
export interface Service {
  readonly url: string;
  /** What the ledger is connected to. */
  readonly ledger: string;
  /** Stops taking requests, ends open streams, lets what is being written finish. */
  close(): Promise<void>;
}

/**
 * Starts the service. It answers when this resolves; its facts may still be catching up, see /health/ready.
 * @throws LedgerUnavailable, or the system's error when the port is taken
 */
export async function serve(config: Config): Promise<Service> {
  mkdirSync(config.dataDir, { recursive: true });
  const file = join(config.dataDir, 'facts.sqlite');
  const ledger = await openLedger(config.ledgerUrl);
  let log: (message: string) => void = () => undefined;
  const projection = new Projection({
    file,
    ledgerUrl: config.ledgerUrl,
    log: (message) => {
      log(message);
    },
  });
  await projection.start();
  const facts = new Facts(file);
  const acknowledged = new Acknowledged(await headOf(ledger));
  const lookup = new ProjectedFactLookup(facts, projection, () => acknowledged.position);
  const executor = new CommandExecutor(ledger, lookup, acknowledged);

  const parts: Parts = { config, ledger, facts, projection, executor, acknowledged };
  const app = await listening(parts);
  log = (message) => {
    app.get(Logger).warn(message, 'projection');
  };
  return {
    url: await app.getUrl(),
    ledger: ledger.description,
    close: async () => {
      app.get(Subscribers).close();
      await app.close();
      await projection.close();
      facts.close();
      await ledger.close();
    },
  };
}

async function listening(parts: Parts): Promise<NestFastifyApplication> {
  const { host, port, allowAnonymous } = parts.config;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(parts), fastifyAdapter(), {
    // The framework would take forms, too.
    bodyParser: false,
    // Its own start is of no interest; what it warns of is.
    logger: ['error', 'warn'],
  });
  await app.init();
  const logger = app.get(Logger);
  app.useLogger(logger);
  if (allowAnonymous)
    logger.warn('ALLOW_ANONYMOUS: whoever reaches this service may read and write', 'serve');
  await app.listen({ host, port });
  return app;
}

/** A ledger that is away when the service starts is waited for by the projection. */
async function headOf(ledger: Ledger): Promise<string> {
  return ledger.head().catch(() => START);
}
