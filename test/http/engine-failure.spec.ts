import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { asLines, Service } from '../service.js';
import { eventsIn, first, frames, untilCaughtUp, type WireEvent } from './frames.js';
import { actor, registry, SummitPostings } from './postings.js';
import { expectProblem, type Problem } from './problems.js';

const summit = new SummitPostings('x');
let service: Service;

beforeAll(async () => {
  service = await Service.start();
  await service.given(...registry, ...summit.programme());
});

afterAll(() => service.remove());

const ledger = () => join(service.folder, 'ledger.sqlite');

async function expectNoWrites(name: string): Promise<void> {
  const before = await service.head();
  const reply = await service.post<Problem>(actor(name));
  expectProblem(reply, 503, 'ledger_unavailable');
  expect(reply.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await service.head()).toBe(before);
}

async function expectReads(): Promise<void> {
  const view = await service.get<{ rows: unknown[] }>('/v1/summits/x/schedule-vs-actual');
  expect([view.status, view.body.rows.length]).toEqual([200, 3]);
  expect((await service.get('/v1/events')).status).toBe(200);
}

async function expectWrites(name: string): Promise<void> {
  expect((await service.post(actor(name))).status).toBe(201);
  const { body } = await service.get<{ events: WireEvent[] }>(`/v1/streams/actor-${name}/events`);
  expect(body.events).toHaveLength(1);
}

describe('a ledger that another process has locked', () => {
  it('refuses writes for now, is read on, and is written again afterwards', async () => {
    const posted = await service.post<{ position: string }>(actor('acknowledged'));
    const other = new Database(ledger());
    other.exec('BEGIN IMMEDIATE');
    await expectNoWrites('locked');
    await expectReads();
    other.exec('ROLLBACK');
    other.close();
    await expectWrites('locked');
    const { body } = await service.get<{ events: WireEvent[] }>('/v1/streams/actor-acknowledged/events');
    expect(body.events[0]?.position).toBe(posted.body.position);
  });

  it('refuses each line of an import for now, and takes them with the same keys later', async () => {
    const lines = asLines(['l1', 'l2', 'l3'].map((name) => ({ ...actor(name), key: name })));
    const other = new Database(ledger());
    other.exec('BEGIN IMMEDIATE');
    const refused = await service.import(lines);
    expect(refused.map(({ status, code }) => [status, code])).toEqual(
      [1, 2, 3].map(() => [503, 'ledger_unavailable']),
    );
    other.exec('COMMIT');
    other.close();
    expect((await service.import(lines)).map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('keeps the streams of events open', async () => {
    const stream = frames(service, `/v1/events?after=${await service.head()}`);
    await untilCaughtUp(stream);
    const other = new Database(ledger());
    other.exec('BEGIN IMMEDIATE');
    await expectNoWrites('watched');
    other.exec('ROLLBACK');
    other.close();
    await service.given(actor('watched'));
    const [event] = await first(1, eventsIn(stream));
    expect(event?.stream).toBe('actor-watched');
  });
});

/** The largest file that the service may write, in bytes, as a full disk would have it. */
function limitFiles(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(service.pid), `--fsize=${bytes}:`]);
}

function hasPrlimit(): boolean {
  try {
    execFileSync('prlimit', ['--version']);
    return true;
  } catch {
    return false;
  }
}

// Linux has it; elsewhere a disk would have to be filled.
(hasPrlimit() ? describe : describe.skip)('a disk that is full', () => {
  it('refuses writes for now, is read on, and loses nothing that was acknowledged', async () => {
    const full = () => limitFiles(statSync(`${ledger()}-wal`).size);
    await expectWrites('before');
    full();
    await expectNoWrites('full');
    await expectNoWrites('full');
    await expectReads();
    limitFiles('unlimited');
    await expectWrites('full');
    await expectReads();
    full();
    await expectNoWrites('full2');
    await service.kill();
    await service.restart();
    await expectReads();
    const { body } = await service.get<{ events: WireEvent[] }>('/v1/events?category=actor&limit=1000');
    expect(body.events.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining(['actor-before', 'actor-full']),
    );
    await expectWrites('full2');
  });
});
