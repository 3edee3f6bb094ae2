import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDbDouble } from '../eventstoredb-double/double.js';
import { registry, SummitPostings } from '../http/postings.js';
import { Service } from '../service.js';
import { summitLedger } from './command-line.js';

const PATIENCE_MS = 60_000;
const VIEWS = ['', '/schedule-vs-actual', '/timeline', '/official-schedule', '/open-questions'];

describe('summit-ledger copy', () => {
  let folder: string;
  let double: EventStoreDbDouble;
  let service: Service;
  const fileAt = (name: string) => `sqlite:${join(folder, name)}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summit-ledger-copy-'));
    double = await EventStoreDbDouble.start();
    service = await Service.start();
    await service.given(...registry, ...new SummitPostings('x').programme());
  }, PATIENCE_MS);
  afterAll(async () => {
    await service.remove();
    double.kill();
    await rm(folder, { recursive: true });
  });

  async function answers(): Promise<string[]> {
    const position = await service.head();
    const paths = ['/v1/events', ...VIEWS.map((view) => `/v1/summits/x${view}?asOf=${position}`)];
    return Promise.all(paths.map(async (path) => (await service.get(path)).text));
  }

  it(
    'brings a ledger to EventStoreDB and back, with the same events and the same answers',
    async () => {
      const before = await answers();
      await service.stop();
      const own = `sqlite:${join(service.folder, 'ledger.sqlite')}`;
      expect((await summitLedger(['copy', '--from', own, '--to', double.url])).code).toBe(0);
      const back = await summitLedger(['copy', '--from', double.url, '--to', fileAt('back.sqlite')]);
      expect(back.out).toMatch(/^\d+ events of esdb:\/\/127\.0\.0\.1:\d+ are in sqlite:/);
      await service.restart({ LEDGER_URL: fileAt('back.sqlite') });
      expect(await answers()).toEqual(before);
    },
    PATIENCE_MS,
  );

  it('changes nothing when all is copied', async () => {
    const again = await summitLedger(['copy', '--from', fileAt('back.sqlite'), '--to', double.url]);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(double.log.records.filter(({ type }) => !type.startsWith('$')).length).toBe(
      Number(await service.head()),
    );
  });

  it('refuses a source that is not there', async () => {
    const { code, err } = await summitLedger(['copy', '--from', fileAt('none.sqlite'), '--to', double.url]);
    expect(code).toBe(1);
    expect(err).toContain('none.sqlite');
  });

  it('refuses a target that holds other events', async () => {
    await service.given(...new SummitPostings('y').programme());
    const empty = await summitLedger([
      'copy',
      '--from',
      fileAt('back.sqlite'),
      '--to',
      fileAt('copy.sqlite'),
    ]);
    expect(empty.code).toBe(0);
    const { code, err } = await summitLedger(['copy', '--from', double.url, '--to', fileAt('copy.sqlite')]);
    expect(code).toBe(2);
    expect(err).toContain('the target holds other events than the source');
  });
});
