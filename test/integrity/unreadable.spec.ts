import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { comparePositions } from '../../src/ledger/ledger.js';
import { openSqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import { Service } from '../service.js';

interface Page {
  readonly events: readonly { readonly position: string }[];
  readonly position: string;
}

const LEDGER = 'ledger.sqlite';
const actor = (actorId: string) => ({
  command: 'RegisterActor',
  body: { data: { actorId, kind: 'person', names: ['Somebody'] } },
});

/** What every part of a service says of a ledger that it can read up to a position. */
function standsBefore(
  asked: () => { service: Service; obstacle: number; words: string; code: string },
): void {
  const before = () => String(asked().obstacle - 1);

  it('says so where it is asked how it is, and serves what it has read', async () => {
    const { service, words } = asked();
    const { status, body } = await service.get('/health/ready');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'stopped',
      position: before(),
      reason: expect.stringContaining(words),
    });
    const outcome = await service.get('/v1/summits/hanoi-2019/outcome');
    expect([outcome.status, outcome.headers.get('ledger-position')]).toEqual([200, before()]);
  });

  it('refuses a read of more than that at once, by name', async () => {
    const { service, obstacle, words, code } = asked();
    const started = Date.now();
    const headers = { 'ledger-min-position': String(obstacle) };
    const { status, body } = await service.get('/v1/summits/hanoi-2019/outcome', headers);
    expect([status, body]).toEqual([
      503,
      expect.objectContaining({ code, detail: expect.stringContaining(words) }),
    ]);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('hands out pages of events up to there, and refuses the next', async () => {
    const { service, words, code } = asked();
    const { body } = await service.get<Page>('/v1/events?limit=1000');
    expect(body.events.at(-1)?.position).toBe(before());
    expect(body.position).toBe(before());
    const next = await service.get(`/v1/events?after=${body.position}`);
    expect([next.status, next.body]).toEqual([
      503,
      expect.objectContaining({ code, detail: expect.stringContaining(words) }),
    ]);
  });

  it('ends lines and frames with the problem', async () => {
    const { service, words, code } = asked();
    const lines = (await service.get('/v1/events', { accept: 'application/x-ndjson' })).text
      .trim()
      .split('\n');
    const last = JSON.parse(lines.at(-1) ?? '') as { code: string; detail: string };
    expect(last).toMatchObject({ code, detail: expect.stringContaining(words) });
    expect(lines).toHaveLength(Number(before()) + 1);
    const frames = (await service.get('/v1/events', { accept: 'text/event-stream' })).text
      .trim()
      .split('\n\n');
    expect(frames.at(-1)).toMatch(new RegExp(`^event: problem\ndata: .*"code":"${code}"`));
    expect(frames.at(-2)).toContain(`id: ${before()}\n`);
  });

  it('stops when it is told to', async () => {
    const { service } = asked();
    expect(await service.stop()).toBe(0);
  });
}

async function filled(): Promise<Service> {
  const service = await Service.start();
  await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
  return service;
}

describe.each([
  ['a type', 'TreatySigned', '1'],
  ['a version', 'ActorRegistered', '2'],
])('a service whose neighbor has written %s that it does not know', (_, type, schemaVersion) => {
  let service: Service;
  let obstacle = 0;
  const words = `type "${type}", version ${schemaVersion}, at position`;

  beforeAll(async () => {
    service = await filled();
    await service.given(actor('vn.newer'));
    const neighbor = openSqliteLedger({ file: join(service.folder, LEDGER) });
    const body = { recordId: '1', data: { actorId: 'vn.newer' } };
    const event = { id: randomUUID(), type, data: body, metadata: { recordedBy: 'newer', schemaVersion } };
    const [recorded] = await neighbor.append('actor-vn.newer', 0, [event]);
    await neighbor.close();
    obstacle = Number(recorded?.position);
    while ((await service.get('/health/ready')).body['status'] !== 'stopped')
      await new Promise((r) => setTimeout(r, 50));
  });
  afterAll(() => service.remove());

  it('takes no command for the stream that it cannot read, and others as before', async () => {
    const refused = await service.post({
      command: 'RetractRecord',
      body: { data: { target: 'actor-vn.newer/0', reason: 'twice', by: 'ledger' } },
    });
    expect([refused.status, refused.body]).toEqual([
      503,
      expect.objectContaining({ code: 'unknown_event_type', detail: expect.stringContaining(words) }),
    ]);
    const taken = await service.post(actor('vn.other'));
    expect(taken.status).toBe(201);
    expect(comparePositions(String(taken.body['position']), String(obstacle))).toBeGreaterThan(0);
  });

  describe('while it runs', () =>
    standsBefore(() => ({ service, obstacle, words, code: 'unknown_event_type' })));
  describe('after a restart', () => {
    beforeAll(() => service.restart());
    standsBefore(() => ({ service, obstacle, words, code: 'unknown_event_type' }));
  });
});

describe('a service whose ledger was damaged', () => {
  const obstacle = 40;
  let service: Service;

  beforeAll(async () => {
    service = await filled();
    await service.given(actor('vn.damaged'));
    await service.stop();
    const file = new Database(join(service.folder, LEDGER));
    file
      .prepare("UPDATE events SET data = replace(data, 'recordId', 'recordIe') WHERE position = ?")
      .run(obstacle);
    file.exec("UPDATE events SET data = replace(data, 'Somebody', 'Samebody')");
    file.close();
    for (const suffix of ['', '-wal', '-shm'])
      await import('node:fs/promises').then(({ rm }) =>
        rm(join(service.folder, `facts.sqlite${suffix}`), { force: true }),
      );
    await service.restart();
  });
  afterAll(() => service.remove());

  it('takes no command that would be decided from what is damaged', async () => {
    const { status, body } = await service.post({
      command: 'RetractRecord',
      body: { data: { target: 'actor-vn.damaged/0', reason: 'twice', by: 'ledger' } },
    });
    expect([status, body]).toEqual([503, expect.objectContaining({ code: 'ledger_damaged' })]);
  });

  standsBefore(() => ({
    service,
    obstacle,
    words: `position ${obstacle} of the ledger`,
    code: 'ledger_damaged',
  }));
});
