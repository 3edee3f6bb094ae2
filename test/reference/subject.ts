import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { loadConfig } from '../../src/config.js';
import { fastifyAdapter } from '../../src/http/fastify.js';
import { part, streamOf, type Command, type Data } from './ledger/record.js';
import { commands } from './language/language.js';

export interface Reply {
  readonly status: number;
  readonly body: Data;
}

/** The service that is compared: all of it but the network, the projection in this thread. */
export class Subject {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(): Promise<Subject> {
    const folder = mkdtempSync(join(tmpdir(), 'summit-ledger-'));
    const config = loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
    const module = AppModule.of(config, pino({ level: 'silent' }), { inProcess: true });
    const app = await NestFactory.create<NestFastifyApplication>(module, fastifyAdapter(config), {
      bodyParser: false,
      logger: ['error'],
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new Subject(app, async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  async take({ name, body, key, expected }: Command): Promise<Reply> {
    const headers = {
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(expected !== undefined && {
        'if-match': `"${streamOf(commands[name], part(body, 'data') ?? {})}@${expected}"`,
      }),
    };
    const payload = JSON.stringify(body);
    return this.send({ method: 'POST', url: `/v1/commands/${name}`, headers, payload });
  }

  /** A view's answer, for example that of `summits/a/timeline`. */
  async ask(view: string, query: Readonly<Record<string, string>>): Promise<Data> {
    const url = `/v1/${view}?${new URLSearchParams(query).toString()}`;
    const { status, body } = await this.send({ method: 'GET', url });
    if (status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`);
    return body;
  }

  close(): Promise<void> {
    return this.end();
  }

  private async send(request: Parameters<NestFastifyApplication['inject']>[0]): Promise<Reply> {
    const { statusCode, body } = await this.app.inject(request);
    // Every answer that is asked for here is JSON.
    return { status: statusCode, body: JSON.parse(body) as Data };
  }
}
