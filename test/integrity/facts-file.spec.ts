import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { Service } from '../service.js';

const actor = (actorId: string) => ({
  command: 'RegisterActor',
  body: { data: { actorId, kind: 'person', names: ['Somebody'] } },
});
const OUTCOME = '/v1/summits/hanoi-2019/outcome';

describe('a service whose facts file is harmed while it runs', () => {
  let service: Service;
  let before = '';
  const facts = () => join(service.folder, 'facts.sqlite');

  beforeEach(async () => {
    service = await Service.start();
    await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
    before = (await service.get(OUTCOME)).text;
  });
  afterEach(() => service.remove());

  /** Until another file is read, everything acknowledged is shown; then, too. */
  async function goesOn(): Promise<void> {
    for (let i = 0; i < 5; i += 1) {
      const { status, body } = await service.post(actor(`vn.a${i}`));
      expect(status).toBe(201);
      const headers = { 'ledger-min-position': String(body['position']) };
      const read = await eventually(() => service.get(`/v1/actors/vn.a${i}`, headers));
      expect([read.status, read.body['position']]).toEqual([200, body['position']]);
      await delay(150);
    }
    const { text, body } = await eventually(() => service.get(OUTCOME));
    expect({ ...body, position: '', queryTime: '' }).toEqual({
      ...JSON.parse(before),
      position: '',
      queryTime: '',
    });
    expect(text).toContain('hanoi-2019');
  }

  it('follows to the file that takes the place of one that was deleted', async () => {
    const live = await service.open(`${OUTCOME}/live`, { headers: { accept: 'text/event-stream' } });
    for (const suffix of ['', '-wal', '-shm']) await rm(`${facts()}${suffix}`);
    await goesOn();
    const file = new Database(facts(), { readonly: true });
    const head = await service.head();
    expect(String(file.prepare('SELECT position FROM checkpoint').pluck().get())).toBe(head);
    file.close();
    await live.body?.cancel();
    expect(await service.stop()).toBe(0);
  });

  it('builds one anew of which pages were overwritten', async () => {
    await service.stop();
    const { size } = await (await open(facts(), 'r')).stat();
    const handle = await open(facts(), 'r+');
    await handle.write(Buffer.alloc(size - 8_192, 0xff), 0, size - 8_192, 8_192);
    await handle.close();
    await service.restart();
    await goesOn();
  });

  it('builds one anew of which a row cannot be read', async () => {
    await service.stop();
    const file = new Database(facts());
    file.exec("UPDATE facts SET body = replace(body, '\"record\"', '\"record')");
    file.close();
    await service.restart();
    await goesOn();
  });
});

/** What is asked again while it is 503: the file is being built anew. */
async function eventually<T extends { readonly status: number }>(ask: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i += 1) {
    const answer = await ask();
    if (answer.status !== 503 || i > 20) return answer;
    await delay(200);
  }
}
