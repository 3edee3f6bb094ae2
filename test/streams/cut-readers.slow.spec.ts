import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asLines, Service } from '../service.js';
import { digestOf, readInPieces } from './cut-reader.js';
import { fill, registration } from './filled.js';

const READERS = 100;
const IN_HISTORY = 15_000;
const LIVE = 5_000;
const LARGEST_PIECE = 2_000_000;
let service: Service;

beforeAll(async () => {
  service = await Service.start({}, (folder) => fill(folder, IN_HISTORY));
});

afterAll(() => service.remove());

/** Numbers from 0 to 1 that look random and are the same in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('100 readers who are cut off at random over 20,000 events', () => {
  it('each put together the log that the ledger has', async () => {
    const until = String(IN_HISTORY + LIVE);
    const url = new URL('/v1/events', service.url);
    const readers = Promise.all(
      Array.from({ length: READERS }, (_, seed) => {
        const random = numbers(seed);
        return readInPieces(url, until, () => Math.ceil(random() ** 2 * LARGEST_PIECE));
      }),
    );
    const live = Array.from({ length: LIVE }, (_, i) => registration(`new${i}`));
    const outcomes = await service.import(asLines(live));
    expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
    const logs = await readers;
    const { text } = await service.get('/v1/events', { accept: 'application/x-ndjson' });
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(IN_HISTORY + LIVE);
    const digest = digestOf(lines);
    expect(logs.filter((log) => log.digest !== digest)).toEqual([]);
    expect(Math.min(...logs.map(({ pieces }) => pieces))).toBeGreaterThan(5);
    console.info(`${READERS} readers were cut ${logs.reduce((sum, { pieces }) => sum + pieces, 0)} times`);
  }, 300_000);
});
