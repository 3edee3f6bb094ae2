import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventStoreDbDouble } from './eventstoredb-double/double.js';
import { registry, SummitPostings, tell } from './http/postings.js';
import { Service, type Posting } from './service.js';

const COMMANDS = 2_000;
const AT_ONCE = 24;
const PATIENCE_MS = 120_000;
const SUMMITS = ['x', 'y', 'z'].map((id) => new SummitPostings(id));

interface Acknowledged {
  readonly record: string;
  readonly position: string;
}

/** Every fourth goes to one of three streams for which all replicas contend, the others to streams of their own. */
function command(n: number): Posting {
  const key = `key-${n}`;
  const summit = SUMMITS[n % SUMMITS.length];
  if (!summit) throw new Error('there are three summits');
  if (n % 4 === 0) {
    const followUp = { level: 'teams', status: 'expected', content: `meeting ${n}` };
    return { ...summit.of('AnnounceFollowUp', followUp, { recordId: `F${n}` }), key };
  }
  const words = { statementId: `s${n}`, summitIds: [summit.id], speaker: 'wh', genre: 'statement' };
  const told = { ...words, form: 'paraphrase', paraphrase: `said ${n}` };
  return { ...tell('RecordStatement', told, { recordId: `S${n}` }), key };
}

describe('three replicas on one EventStoreDB', () => {
  let double: EventStoreDbDouble;
  const replicas: Service[] = [];
  /** Not of fast-check's runs: one seeded stream of choices, the same in every run. */
  const choose = fc.sample(fc.nat(), { numRuns: 20_000, seed: 2019 });
  let chosen = 0;
  const pick = (below: number) => (choose[chosen++ % choose.length] ?? 0) % below;
  const anyReplica = () => {
    const replica = replicas[pick(replicas.length)];
    if (!replica) throw new Error('the replicas run');
    return replica;
  };

  beforeAll(async () => {
    double = await EventStoreDbDouble.start();
    const started = [1, 2, 3].map(() => Service.start({ LEDGER_URL: double.url }));
    replicas.push(...(await Promise.all(started)));
    await anyReplica().given(
      ...registry,
      ...SUMMITS.map((summit) => summit.registered({ recordId: 'registered' })),
    );
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.remove()));
    double.kill();
  });

  /** Sends a command with its key until some replica acknowledges it, now and then to two of them at once. */
  async function acknowledged(posting: Posting): Promise<Acknowledged> {
    for (;;) {
      const asked = pick(8) === 0 ? [anyReplica(), anyReplica()] : [anyReplica()];
      const replies = await Promise.all(
        asked.map((replica) => replica.post<Acknowledged & { code?: string }>(posting)),
      );
      const [done] = replies.filter(({ status }) => status === 201);
      const other = replies.find(({ status }) => status !== 201 && status !== 503);
      if (other) throw new Error(`${posting.command} is refused: ${other.text}`);
      if (done) return done.body;
      await delay(20);
    }
  }

  /** Reads a record at another replica as soon as it was acknowledged: it is there, or the reader is told to wait. */
  async function readElsewhere({ record, position }: Acknowledged): Promise<void> {
    for (;;) {
      const { status, text } = await anyReplica().get(`/v1/records/${record}`, {
        'ledger-min-position': position,
      });
      if (status === 200) return;
      if (status !== 503) throw new Error(`a stale read of ${record} at ${position}: ${text}`);
    }
  }

  async function misfortune(done: number): Promise<void> {
    if (done === 500) double.failNextAppends('lost_answer', 'unknown_error', 'lost_request');
    if (done === 800) {
      double.freeze();
      await delay(300);
      double.thaw();
    }
    if (done === 1_200 || done === 1_600) {
      double.kill();
      await delay(200);
      await double.restart();
    }
  }

  it(
    'record each acknowledged command once, whatever happens to the server in between',
    async () => {
      const waiting = Array.from({ length: COMMANDS }, (_, n) => command(n));
      const told = new Map<string, Acknowledged>();
      const worker = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const answer = await acknowledged(next);
          told.set(next.key ?? '', answer);
          if (pick(10) === 0) await readElsewhere(answer);
          await misfortune(told.size);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));

      const reader = anyReplica();
      const { text } = await reader.send('/v1/events', { headers: { accept: 'application/x-ndjson' } });
      const records = text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { record: string }).record);
      const counted = Map.groupBy(records, (record) => record);
      const notOnce = [...told.values()].filter(({ record }) => counted.get(record)?.length !== 1);
      expect(told.size).toBe(COMMANDS);
      expect(notOnce).toEqual([]);
      expect(records.length).toBe(COMMANDS + registry.length + SUMMITS.length);
    },
    PATIENCE_MS,
  );

  it(
    'answer alike, also one that has just begun with nothing',
    async () => {
      const late = await Service.start({ LEDGER_URL: double.url });
      replicas.push(late);
      const position = await anyReplica().head();
      for (const view of ['schedule-vs-actual', 'timeline', 'statements', 'open-questions']) {
        const path = `/v1/summits/x/${view}?asOf=${position}`;
        const answers = replicas.map((replica) => replica.get(path, { 'ledger-min-position': position }));
        const texts = new Set((await Promise.all(answers)).map(({ status, text }) => `${status} ${text}`));
        expect([...texts]).toHaveLength(1);
        expect([...texts][0]).toMatch(/^200 /);
      }
      expect((await late.get('/health/ready')).status).toBe(200);
    },
    PATIENCE_MS,
  );

  it(
    'read on from their facts while the server is away, and write again when it is back',
    async () => {
      double.kill();
      const replica = anyReplica();
      const posting = { ...command(COMMANDS + 1), key: 'while-away' };
      const refused = await replica.post(posting);
      expect([refused.status, refused.body['code']]).toEqual([503, 'ledger_unavailable']);
      expect(refused.headers.get('retry-after')).toBe('1');
      const read = await replica.get('/v1/summits/x/timeline');
      expect(read.status).toBe(200);
      expect(read.headers.get('ledger-position')).toMatch(/^\d+$/);

      await double.restart();
      const answer = await acknowledged(posting);
      expect(await acknowledged(posting)).toEqual(answer);
    },
    PATIENCE_MS,
  );
});
