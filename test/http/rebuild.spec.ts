import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { START } from '../../src/ledger/ledger.js';
import { openSqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import { Service } from '../service.js';
import type { WireEvent } from './frames.js';
import { SummitPostings } from './postings.js';

interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly tags: readonly string[] } }>>;
}

const hanoi = new SummitPostings('hanoi-2019');
let service: Service;

/** The example, then a history with all that can be said of a record. */
beforeAll(async () => {
  service = await Service.start();
  await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
  await service.given(
    hanoi.retracted(hanoi.record('H38'), { recordId: 'gone' }),
    hanoi.retracted(hanoi.record('gone'), { recordId: 'back' }),
    hanoi.corrected(hanoi.record('H19'), { data: { title: 'Dinner' }, certainty: 'implied' }),
    hanoi.held('lunch', {}, { recordId: 'late', accordingTo: 'vox', onContradiction: 'contest' }),
  );
});

afterAll(() => service.remove());

/** Among the records of what happened, both summits being there already. */
const CUT = 70;

const PLACES: Readonly<Record<string, readonly string[]>> = {
  summit: ['hanoi-2019', 'singapore-2018'],
  '/v1/series/{id}': ['us-dprk-leaders'],
  '/v1/actors/{id}': ['us.trump', 'analysts'],
  '/v1/sources/{id}': ['S01', 'S04'],
};

/** The addresses of every read model that the service describes. */
async function readModels(): Promise<string[]> {
  const { body } = await service.get<Document>('/openapi.json');
  const views = Object.entries(body.paths).filter(([, path]) => path.get?.tags.includes('views'));
  return views.flatMap(([pattern]) => {
    if (/\/(diff|replay)$/.test(pattern)) return [];
    const [parameter, name = ''] = /\{(\w+)\}/.exec(pattern) ?? [];
    if (parameter === undefined) return [pattern];
    return (PLACES[name] ?? PLACES[pattern] ?? []).map((id) => pattern.replace(parameter, id));
  });
}

async function records(): Promise<string[]> {
  const { text } = await service.get('/v1/events', { accept: 'application/x-ndjson' });
  const lines = text.trim().split('\n');
  return lines.map((line) => `/v1/records/${(JSON.parse(line) as WireEvent).record}`); // one event a line
}

/** Copies the first events of a ledger, with the times at which they were recorded there. */
async function copyLedger(from: string, to: string, count: number): Promise<void> {
  const original = openSqliteLedger({ file: join(from, 'ledger.sqlite'), readonly: true });
  const copy = openSqliteLedger({ file: join(to, 'ledger.sqlite') });
  const { events } = await original.readAll(START, count);
  for (const event of events) await copy.append(event.stream, event.revision - 1, [event]);
  await copy.close();
  await original.close();
}

/** Every answer at the end of the ledger and at some positions before, by its address. */
async function answers(): Promise<ReadonlyMap<string, string>> {
  const head = Number(await service.head());
  const models = await readModels();
  const asked = [head, 100, 80].flatMap((position) => models.map((model) => `${model}?asOf=${position}`));
  const all = [...asked, ...(await records()).map((record) => `${record}?asOf=${head}`)];
  const found = new Map<string, string>();
  for (const path of all) {
    const { status, text } = await service.get(path);
    expect([path, status]).toEqual([path, 200]);
    found.set(path, text);
  }
  return found;
}

describe('read models that are built anew', () => {
  it('G21: answer with the same bytes', async () => {
    const live = await answers();
    expect(live.size).toBeGreaterThan(150);
    await service.stop();
    for (const name of await readdir(service.folder))
      if (name.startsWith('facts.')) await rm(join(service.folder, name));
    await service.restart();
    expect(Object.fromEntries(await answers())).toEqual(Object.fromEntries(live));
  });

  it('answer as of a position with the bytes of a ledger that ends there', async () => {
    const cut = await Service.start({}, (folder) => copyLedger(service.folder, folder, CUT));
    try {
      const models = (await readModels()).map((model) => `${model}?asOf=${CUT}`);
      const known = (await records()).slice(0, CUT).map((record) => `${record}?asOf=${CUT}`);
      for (const path of [...models, ...known]) {
        const [there, here] = await Promise.all([cut.get(path), service.get(path)]);
        expect([path, there.text]).toEqual([path, here.text]);
      }
    } finally {
      await cut.remove();
    }
  });
});
