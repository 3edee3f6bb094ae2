import { describe, expect, it } from '@jest/globals';
import type { LedgerEvent } from '../ledger.js';
import { Tail } from './tail.js';

const never = new AbortController().signal;

function event(position: number, { type = 'Noted', text = '' } = {}): LedgerEvent {
  return {
    stream: 'one-1',
    revision: position,
    position: String(position),
    id: String(position),
    type,
    recordedAt: '2019-02-28T09:35:00.000Z',
    data: { text },
    metadata: {},
  };
}

function tailAfter(position: number, events: readonly LedgerEvent[]): Tail {
  const tail = new Tail();
  tail.begin(String(position));
  for (const one of events) tail.push(one);
  return tail;
}

describe('the tail', () => {
  it('knows nothing before it has begun', () => {
    expect(new Tail().pageAfter('0')).toBeUndefined();
  });

  it('has what came after a position, and sends who is behind it to history', () => {
    const tail = tailAfter(90, [event(95), event(120)]);
    expect(tail.pageAfter('90')).toMatchObject({ events: [event(95), event(120)], position: '120' });
    expect(tail.pageAfter('95')?.events).toEqual([event(120)]);
    expect(tail.pageAfter('120')).toEqual({ events: [], position: '120', caughtUp: true });
    expect(tail.pageAfter('89')).toBeUndefined();
  });

  it('moves on over what does not pass', () => {
    const tail = tailAfter(90, [event(95), event(120, { type: 'Held' })]);
    expect(tail.pageAfter('90', { types: ['Noted'] })).toMatchObject({
      events: [event(95)],
      position: '120',
    });
  });

  it('lets a reader stay who has read further than it', () => {
    expect(tailAfter(90, []).pageAfter('100')).toEqual({ events: [], position: '100', caughtUp: true });
  });

  it('keeps no more than 1,024 events, and fewer when they are large', () => {
    const many = tailAfter(
      0,
      Array.from({ length: 1_030 }, (_, index) => event(index + 1)),
    );
    expect(many.pageAfter('5')).toBeUndefined();
    expect(many.pageAfter('6')?.events).toHaveLength(1_024);
    const text = 'x'.repeat(3_000_000);
    const large = tailAfter(
      0,
      [1, 2, 3].map((position) => event(position, { text })),
    );
    expect(large.pageAfter('0')).toBeUndefined();
    expect(large.pageAfter('1')?.events).toHaveLength(2);
  });

  it('wakes who waits when something comes or when it is aborted', async () => {
    const tail = tailAfter(90, []);
    const controller = new AbortController();
    const waiting = [tail.moved('90', never), tail.moved('1000', controller.signal)];
    tail.push(event(95));
    controller.abort();
    await Promise.all(waiting);
    await tail.moved('90', never);
  });
});
