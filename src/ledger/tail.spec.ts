import { describe, expect, it } from '@jest/globals';
import { Tail, type Weighed } from './tail.js';

const live = new AbortController().signal;

function weighed(position: number, bytes = 100): Weighed {
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
  return { bytes, event };
}

const between = (from: number, to: number, bytes?: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => weighed(from + i, bytes));

function tailAfter(position: number, ...groups: readonly Weighed[][]): Tail {
  const tail = new Tail();
  tail.begin(String(position));
  for (const group of groups) tail.push(group);
  return tail;
}

const positionsAfter = (tail: Tail, position: number) =>
  tail.pageAfter(String(position))?.events.map((event) => Number(event.position));

describe('the tail', () => {
  it('knows nothing before it has begun', () => {
    expect(new Tail().pageAfter('0')).toBeUndefined();
  });

  it('serves what comes after a reader, whether or not positions have gaps', () => {
    const tail = tailAfter(90, [weighed(95)], [weighed(120), weighed(121)]);
    expect(positionsAfter(tail, 90)).toEqual([95, 120, 121]);
    expect(positionsAfter(tail, 95)).toEqual([120, 121]);
    expect(tail.pageAfter('121')).toEqual({ events: [], position: '121', caughtUp: true });
    expect(tail.pageAfter('89')).toBeUndefined();
  });

  it('moves a reader on over events that do not pass', () => {
    const tail = tailAfter(0, between(1, 5));
    expect(tail.pageAfter('4', { types: ['Even'] })).toEqual({ events: [], position: '5', caughtUp: true });
  });

  it('lets a reader stay who has read further than it', () => {
    expect(tailAfter(90).pageAfter('100')).toEqual({ events: [], position: '100', caughtUp: true });
  });

  it('sends a reader to history who has fallen behind, by number of events or by their size', () => {
    const many = tailAfter(0, between(1, 1_000), between(1_001, 2_000));
    expect(positionsAfter(many, 975)).toBeUndefined();
    expect(positionsAfter(many, 976)).toHaveLength(1_024);
    const large = tailAfter(0, between(1, 20, 1_000_000));
    expect(positionsAfter(large, 11)).toBeUndefined();
    expect(positionsAfter(large, 12)).toHaveLength(8);
  });

  it('sends a reader to history who has not seen what another process wrote', () => {
    const tail = tailAfter(0, between(1, 3));
    tail.push(between(7, 8), '6');
    expect(positionsAfter(tail, 3)).toBeUndefined();
    expect(positionsAfter(tail, 6)).toEqual([7, 8]);
  });

  it('asks for the head only when in doubt', () => {
    const tail = tailAfter(0, between(1, 3));
    tail.resolveDoubt(() => '9');
    expect(positionsAfter(tail, 3)).toEqual([]);
    tail.doubt();
    tail.resolveDoubt(() => '9');
    expect(positionsAfter(tail, 3)).toBeUndefined();
    expect(positionsAfter(tail, 9)).toEqual([]);
  });

  it('wakes who waits when something comes, when in doubt, and when aborted', async () => {
    const tail = tailAfter(0, between(1, 3));
    const aborting = new AbortController();
    const waits = [tail.moved('3', live), tail.moved('4', aborting.signal)];
    tail.push([weighed(4)]);
    await Promise.all(waits);
    const aborted = tail.moved('4', aborting.signal);
    aborting.abort();
    await aborted;
    const doubting = tail.moved('4', live);
    tail.doubt();
    await doubting;
  });

  it('lets nobody wait for what is there already', async () => {
    await tailAfter(0, between(1, 3)).moved('2', live);
  });
});
