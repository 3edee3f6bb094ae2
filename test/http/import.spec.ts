import { once } from 'node:events';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asLines, outcomesIn, Service, type Outcome, type Posting } from '../service.js';
import { bytesOf, type WireEvent } from './frames.js';
import { actor } from './postings.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };
const MIB = 1_048_576;
/** Milliseconds, for a machine that has much else to do. */
const LONG = 120_000;
let service: Service;

beforeAll(async () => {
  service = await Service.start();
});

afterAll(() => service.remove());

const keyed = (prefix: string, count: number): Posting[] =>
  Array.from({ length: count }, (_, i) => ({ ...actor(`${prefix}${i}`), key: `${prefix}:${i}` }));

/** The events of actors whose ids begin so. */
async function eventsOf(prefix: string): Promise<WireEvent[]> {
  const { text } = await service.get('/v1/events', { accept: 'application/x-ndjson' });
  const lines = text.split('\n').filter((line) => line.includes(`"stream":"actor-${prefix}`));
  return lines.map((line) => JSON.parse(line) as WireEvent); // one event a line
}

const streams = (events: readonly WireEvent[]) => events.map(({ stream }) => stream);
const actorStreams = (postings: readonly Posting[]) =>
  postings.map(({ body }) => `actor-${(body['data'] as { actorId: string }).actorId}`); // of `actor`

/** What an import is told until its connection breaks. */
async function acknowledgedUntilLost(
  lines: string,
  upTo: number,
  lose: () => Promise<void>,
): Promise<Outcome[]> {
  const { body } = await service.open('/v1/commands', { method: 'POST', body: lines, headers: NDJSON });
  if (!body) throw new Error('no outcomes came');
  const decoder = new TextDecoder();
  let text = '';
  let count = 0;
  const whole = () => outcomesIn(text.slice(0, text.lastIndexOf('\n') + 1));
  try {
    for await (const chunk of bytesOf(body)) {
      const read = decoder.decode(chunk, { stream: true });
      text += read;
      const before = count;
      count += read.split('\n').length - 1;
      if (before < upTo && count >= upTo) await lose();
    }
  } catch {
    return whole();
  }
  throw new Error('the connection was not lost');
}

describe('an import whose service is killed in the middle', () => {
  it(
    'holds every acknowledged line once, and every line once when it is sent again',
    async () => {
      const postings = keyed('killed', 3_000);
      const lines = asLines(postings);
      const acknowledged = await acknowledgedUntilLost(lines, 1_000, () => service.kill());
      expect(acknowledged.length).toBeGreaterThanOrEqual(1_000);
      expect(acknowledged.length).toBeLessThan(postings.length);
      await service.restart();

      const kept = await eventsOf('killed');
      expect(streams(kept)).toEqual(actorStreams(postings.slice(0, kept.length)));
      expect(kept.map(({ position }) => position).slice(0, acknowledged.length)).toEqual(
        acknowledged.map(({ position }) => position),
      );

      const again = await service.import(lines);
      expect(again.map(({ line, status }) => [line, status])).toEqual(postings.map((_, i) => [i + 1, 201]));
      const replayed = { standing: 'effective' };
      expect(again.slice(0, acknowledged.length)).toEqual(
        acknowledged.map((line) => ({ ...line, replayed })),
      );
      expect(streams(await eventsOf('killed'))).toEqual(actorStreams(postings));
    },
    LONG,
  );
});

describe('an import whose client goes away in the middle', () => {
  it('keeps what was sent as whole lines, and nothing of the line that was not', async () => {
    const postings = keyed('left', 100);
    const lines = asLines(postings);
    const post = request(new URL('/v1/commands', service.url), { method: 'POST', headers: NDJSON });
    post.on('error', () => undefined);
    post.write(lines.slice(0, -20));
    const [response] = (await once(post, 'response')) as [NodeJS.ReadableStream]; // as Node says
    let answered = '';
    // Leaving the loop closes the connection.
    for await (const text of response) if ((answered += String(text)).split('\n').length > 99) break;
    expect(streams(await eventsOf('left'))).toEqual(actorStreams(postings.slice(0, 99)));
    expect((await service.import(lines)).every(({ status }) => status === 201)).toBe(true);
    expect(streams(await eventsOf('left'))).toEqual(actorStreams(postings));
  });
});

describe('an import', () => {
  it('answers each line as soon as it is recorded, before the next is sent', async () => {
    const post = request(new URL('/v1/commands', service.url), { method: 'POST', headers: NDJSON });
    const send = (posting: Posting) => post.write(asLines([posting]));
    const postings = keyed('turn', 3);
    post.flushHeaders();
    const arrived = once(post, 'response');
    send(postings[0] ?? actor('none'));
    const [response] = (await arrived) as [NodeJS.ReadableStream]; // as Node says
    const outcomes: unknown[] = [];
    for await (const line of createInterface({ input: response })) {
      outcomes.push(...outcomesIn(line).map(({ record }) => record));
      const next = postings[outcomes.length];
      if (next) send(next);
      else post.end();
    }
    expect(outcomes).toEqual(['actor-turn0/0', 'actor-turn1/0', 'actor-turn2/0']);
  });

  it('keeps the order of its lines', async () => {
    const postings = keyed('ordered', 200);
    const positions = (await service.import(asLines(postings))).map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(streams(await eventsOf('ordered'))).toEqual(actorStreams(postings));
  });

  it('lets a line rest on the one before', async () => {
    const outcomes = await service.import(
      asLines([
        actor('publisher'),
        {
          command: 'RegisterSource',
          body: { data: { sourceId: 'S', kind: 'note', publisher: 'publisher' } },
        },
      ]),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('takes lines that begin and end as on Windows, and a last one that does not end', async () => {
    const lines = asLines(keyed('crlf', 3)).trimEnd().replaceAll('\n', '\r\n');
    expect((await service.import(`\ufeff${lines}`)).map(({ line, status }) => [line, status])).toEqual([
      [1, 201],
      [2, 201],
      [3, 201],
    ]);
  });

  it('passes empty lines over, and counts them', async () => {
    const [one, two] = keyed('empty', 2).map((posting) => JSON.stringify(posting));
    const outcomes = await service.import(`\n${one}\n\n  \n${two}\n\n`);
    expect(outcomes.map(({ line, status }) => [line, status])).toEqual([
      [2, 201],
      [5, 201],
    ]);
  });

  it('of nothing answers nothing', async () => {
    expect(await service.import('')).toEqual([]);
  });

  it('refuses a line that is no UTF-8, and goes on', async () => {
    const lines = asLines([actor('utf8-0'), actor('latin', { names: ['Hà Nội'] }), actor('utf8-1')]).split(
      '\n',
    );
    const bytes = lines.map((line, i) => Buffer.from(`${line}\n`, i === 1 ? 'latin1' : 'utf8'));
    const init = { method: 'POST', headers: NDJSON, body: Buffer.concat(bytes) };
    const outcomes = outcomesIn((await service.send('/v1/commands', init)).text);
    expect(outcomes.map(({ line, code }) => [line, code])).toEqual([
      [1, undefined],
      [2, 'malformed_json'],
      [3, undefined],
    ]);
  });

  it('refuses a line above 1 MiB, however long, and goes on', async () => {
    const [one, two] = keyed('long', 2).map((posting) => JSON.stringify(posting));
    for (const length of [MIB + 1, 5 * MIB]) {
      const outcomes = await service.import(`${one}\n${'x'.repeat(length)}\n${two}\n`);
      expect(outcomes.map(({ line, status, code }) => [line, status, code])).toEqual([
        [1, 201, undefined],
        [2, 413, 'payload_too_large'],
        [3, 201, undefined],
      ]);
    }
  });

  it('of more than 1 MiB in all is taken', async () => {
    const description = 'x'.repeat(9_000);
    const large = Array.from({ length: 150 }, (_, i) => actor(`large${i}`, { description }));
    const outcomes = await service.import(asLines(large));
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(150);
  });

  it('keeps letters of every script whole, wherever the network cuts', async () => {
    const names = ['김정은', 'Нгуен', '🕊️'];
    const text = asLines([actor('scripts', { names })]);
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start: (sink) => {
        for (let at = 0; at < bytes.length; at += 7) sink.enqueue(bytes.slice(at, at + 7));
        sink.close();
      },
    });
    const init = { method: 'POST', headers: NDJSON, body, duplex: 'half' as const };
    expect(outcomesIn((await service.send('/v1/commands', init)).text)[0]?.status).toBe(201);
    const { text: page } = await service.get('/v1/streams/actor-scripts/events');
    expect(page).toContain(JSON.stringify(names));
  });

  it('refuses a key that was used for another line of its stream', async () => {
    const [posting] = keyed('key', 1);
    const other = { ...actor('key0', { description: 'another' }), key: 'key:0' };
    const outcomes = await service.import(asLines([posting ?? other, other]));
    expect(outcomes.map(({ status, code }) => [status, code])).toEqual([
      [201, undefined],
      [422, 'idempotency_key_reused'],
    ]);
  });
});
