import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Streams } from '../../src/command-handling/streams.js';
import { NO_STREAM, type Ledger } from '../../src/ledger/ledger.js';
import { openSqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import { UnknownEventType } from '../../events/index.js';
import { noted } from './writing.js';

const registered = (actorId: string) =>
  noted({ data: { actorId, kind: 'state', names: [] } }, 'ActorRegistered');

describe('what the write side remembers of streams', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streams-'));
  let ledger: Ledger;

  beforeAll(() => {
    ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  });

  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });

  it('is not set back by a read that began before an append and ends after it', async () => {
    await ledger.append('actor-a', NO_STREAM, [registered('a')]);
    const { slow, release } = withSlowFirstRead(ledger);
    const streams = new Streams(slow);
    const late = streams.load('actor-a');
    expect((await streams.load('actor-a')).revision).toBe(0);
    streams.appended('actor-a', await ledger.append('actor-a', 0, [registered('a')]));
    release();
    await late;
    streams.appended('actor-a', await ledger.append('actor-a', 1, [registered('a')]));
    expect((await streams.load('actor-a')).revision).toBe(2);
  });

  it('goes on from what it knows where an append comes after one that it has not seen', async () => {
    const streams = new Streams(ledger);
    await ledger.append('actor-b', NO_STREAM, [registered('b')]);
    await streams.load('actor-b');
    await ledger.append('actor-b', 0, [registered('b')]);
    streams.appended('actor-b', await ledger.append('actor-b', 1, [registered('b')]));
    expect((await streams.load('actor-b')).revision).toBe(2);
  });

  it('is refused each time that a stream holds a type that is not known', async () => {
    const streams = new Streams(ledger);
    await ledger.append('actor-c', NO_STREAM, [registered('c'), noted(), registered('c')]);
    for (let i = 0; i < 3; i++) await expect(streams.load('actor-c')).rejects.toThrow(UnknownEventType);
  });
});

/** The ledger, of which the first read ends only when it is released. */
function withSlowFirstRead(ledger: Ledger): { readonly slow: Ledger; readonly release: () => void } {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  let isFirst = true;
  const read: Ledger['read'] = async (stream, from) => {
    const waits = isFirst;
    isFirst = false;
    const events = await ledger.read(stream, from);
    if (waits) await released;
    return events;
  };
  const slow = Object.create(ledger, { read: { value: read } }) as Ledger;
  return { slow, release: () => release(undefined) };
}
