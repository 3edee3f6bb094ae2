import { describe, expect, it } from '@jest/globals';
import { LiveTail } from './live-tail.js';
import type { Written } from './sqlite-events.js';

function written(from: number, to: number, characters = 100): Written[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const position = from + index;
    const event = {
      id: `id-${position}`,
      type: position % 2 === 0 ? 'Even' : 'Odd',
      data: {},
      metadata: {},
      stream: 'number-1',
      revision: position,
      position: String(position),
      recordedAt: '2019-02-28T02:00:00.000Z',
    };
    return { position, characters, event };
  });
}

function tailWith(...groups: Written[][]): LiveTail {
  const tail = new LiveTail(0);
  for (const group of groups) tail.push(group);
  return tail;
}

function positionsAfter(tail: LiveTail, position: number): number[] | undefined {
  return tail.pageAfter(position)?.events.map((event) => Number(event.position));
}

describe('the live tail', () => {
  const live = new AbortController().signal;

  it('serves what comes after a reader', () => {
    const tail = tailWith(written(1, 3), written(4, 5));
    expect(positionsAfter(tail, 2)).toEqual([3, 4, 5]);
    expect(positionsAfter(tail, 5)).toEqual([]);
  });

  it('moves a reader on over events that do not pass', () => {
    const tail = tailWith(written(1, 5));
    expect(tail.pageAfter(4, { types: ['Even'] })).toEqual({ events: [], position: '5', caughtUp: true });
  });

  it('sends a reader to the file who has fallen behind, by number of events or by their size', () => {
    const many = tailWith(written(1, 1_000), written(1_001, 2_000));
    expect(positionsAfter(many, 975)).toBeUndefined();
    expect(positionsAfter(many, 976)).toHaveLength(1_024);
    const large = tailWith(written(1, 20, 1_000_000));
    expect(positionsAfter(large, 11)).toBeUndefined();
    expect(positionsAfter(large, 12)).toHaveLength(8);
  });

  it('sends a reader to the file who has not seen what another process wrote', () => {
    const tail = tailWith(written(1, 3), written(7, 8));
    expect(positionsAfter(tail, 3)).toBeUndefined();
    expect(positionsAfter(tail, 6)).toEqual([7, 8]);
  });

  it('asks for the head only when in doubt', () => {
    const tail = tailWith(written(1, 3));
    tail.resolveDoubt(() => 9);
    expect(positionsAfter(tail, 3)).toEqual([]);
    tail.doubt();
    tail.resolveDoubt(() => 9);
    expect(positionsAfter(tail, 3)).toBeUndefined();
    expect(positionsAfter(tail, 9)).toEqual([]);
  });

  it('wakes who waits when something is written, when in doubt, and when aborted', async () => {
    const tail = tailWith(written(1, 3));
    const aborting = new AbortController();
    const waits = [tail.moved(3, live), tail.moved(4, aborting.signal)];
    tail.push(written(4, 4));
    await Promise.all(waits);
    const aborted = tail.moved(4, aborting.signal);
    aborting.abort();
    await aborted;
    const doubting = tail.moved(4, live);
    tail.doubt();
    await doubting;
  });

  it('lets nobody wait for what is there already', async () => {
    await tailWith(written(1, 3)).moved(2, live);
  });
});
