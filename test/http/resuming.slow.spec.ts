import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_STREAM } from '../../src/ledger/ledger.js';
import { openSqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import { asLines, Service } from '../service.js';
import { eventsIn, first, frames, untilCaughtUp, type WireEvent } from './frames.js';
import { actor } from './postings.js';

const IN_HISTORY = 8_000;
const LIVE = 2_000;
const ALL = IN_HISTORY + LIVE;
/** Milliseconds, for a machine that has much else to do. */
const LONG = 120_000;

let service: Service;

/** Actors that were registered before the service started. */
async function fill(folder: string): Promise<void> {
  const ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  const names = Array.from({ length: IN_HISTORY }, (_, i) => `old${i}`);
  await Promise.all(
    names.map((actorId) => {
      const data = { recordId: '0', data: { actorId, kind: 'other', names: [actorId] } };
      const event = {
        id: crypto.randomUUID(),
        type: 'ActorRegistered',
        data,
        metadata: { recordedBy: 'test' },
      };
      return ledger.append(`actor-${actorId}`, NO_STREAM, [event]);
    }),
  );
  await ledger.close();
}

beforeAll(async () => {
  service = await Service.start({}, fill);
});

afterAll(() => service.remove());

/** Numbers that look random and are the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Reads until it has so many, cut off again and again in the middle of what it reads. */
async function readInPieces(seed: number): Promise<{ events: WireEvent[]; pieces: number }> {
  const events: WireEvent[] = [];
  let pieces = 0;
  for (const number of numbers(seed)) {
    const lastEventId = events.at(-1)?.position;
    const bytes = Math.ceil(number ** 3 * 600_000);
    for await (const event of eventsIn(frames(service, '/v1/events', { lastEventId, bytes }))) {
      events.push(event);
      if (events.length === ALL) return { events, pieces };
    }
    pieces += 1;
  }
  return { events, pieces };
}

describe('readers who are cut off at random while 2,000 events join 8,000', () => {
  it(
    'miss and repeat nothing',
    async () => {
      const lines = asLines(Array.from({ length: LIVE }, (_, i) => actor(`new${i}`)));
      const readers = Promise.all([1, 2].map(readInPieces));
      const outcomes = await service.import(lines);
      expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
      const { text } = await service.get('/v1/events', { accept: 'application/x-ndjson' });
      const ledger = text.trimEnd().split('\n');
      expect(ledger).toHaveLength(ALL);
      for (const { events, pieces } of await readers) {
        expect(pieces).toBeGreaterThan(5);
        expect(events.map((event) => JSON.stringify(event))).toEqual(ledger);
      }
    },
    LONG,
  );
});

/** A client that asks and then reads nothing. */
async function stalled(): Promise<IncomingMessage> {
  const head = await service.head();
  const request = get(new URL(`/v1/events?after=${head}`, service.url), {
    headers: { accept: 'text/event-stream' },
  });
  const [response] = (await once(request, 'response')) as [IncomingMessage]; // as Node says
  return response;
}

describe('a reader who does not read', () => {
  it(
    'holds nobody up, and finds everything when it reads on',
    async () => {
      const slow = await stalled();
      const quick = frames(service, `/v1/events?after=${await service.head()}`);
      await untilCaughtUp(quick);
      const description = 'x'.repeat(9_000);
      const large = Array.from({ length: 1_500 }, (_, i) => actor(`large${i}`, { description }));
      const [outcomes, seen] = await Promise.all([
        service.import(asLines(large)),
        first(large.length, eventsIn(quick)),
      ]);
      expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
      expect(seen.map(({ stream }) => stream)).toEqual(large.map((_, i) => `actor-large${i}`));
      const ids: string[] = [];
      slow.setEncoding('utf8');
      let rest = '';
      for await (const text of slow) {
        const lines = (rest + String(text)).split('\n');
        rest = lines.pop() ?? '';
        ids.push(...lines.filter((line) => line.startsWith('id: ')).map((line) => line.slice(4)));
        if (ids.length >= seen.length) break;
      }
      expect(ids).toEqual(seen.map(({ position }) => position));
    },
    LONG,
  );
});
