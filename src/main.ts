import 'reflect-metadata';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { pino } from 'pino';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { fastifyAdapter } from './http/fastify.js';
import { Ledger } from './ledger/ledger.js';

/** A running service. */
export interface Service {
  readonly url: string;
  /** What the ledger is connected to. */
  readonly ledger: string;
  /** Stops taking requests, ends open streams, lets what is being written finish. */
  close(): Promise<void>;
}

/**
 * Starts the service. It answers when this resolves; its facts may still be catching up, see /health/ready. Where it
 * cannot start, nothing of it stays open.
 * @throws LedgerUnavailable, InvalidConfig, or the system's error when the port is taken
 */
export async function serve(config: Config): Promise<Service> {
  const log = pino({ level: config.logLevel });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(config, log),
    fastifyAdapter(config),
    {
      // The framework would take forms, too.
      bodyParser: false,
      logger: startLogger(log),
      abortOnError: false,
    },
  );
  try {
    await listen(app, config);
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    url: await app.getUrl(),
    ledger: app.get(Ledger).description,
    close: () => app.close(),
  };
}

/** Of the framework's own start only what it warns of; why it could not start is told by whoever started it. */
function startLogger(log: pino.Logger): LoggerService {
  const nothing = () => undefined;
  return { log: nothing, error: nothing, warn: (message, context) => log.warn({ context }, String(message)) };
}

async function listen(app: NestFastifyApplication, { host, port, allowAnonymous }: Config): Promise<void> {
  await app.init();
  const logger = app.get(Logger);
  app.useLogger(logger);
  if (allowAnonymous)
    logger.warn('ALLOW_ANONYMOUS: whoever reaches this service may read and write', 'serve');
  await app.listen({ host, port });
}
