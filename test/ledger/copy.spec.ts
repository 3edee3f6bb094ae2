import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { copyLedger, NotACopy } from '../../src/ledger/copy.js';
import { NO_STREAM, START, type Ledger, type LedgerEvent } from '../../src/ledger/ledger.js';
import { openSqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';

function fresh(): Ledger {
  return openSqliteLedger({ file: join(mkdtempSync(join(tmpdir(), 'copy-')), 'ledger.sqlite') });
}

/** A ledger of 1,200 events in three streams, recorded in years that are long over. */
async function told(): Promise<Ledger> {
  const ledger = fresh();
  const revisions = new Map<string, number>();
  for (let n = 0; n < 1_200; n++) {
    const stream = `summit-${n % 3}`;
    const revision = revisions.get(stream) ?? NO_STREAM;
    const recordedAt = new Date(Date.UTC(2019, 1, 28) + n * 1_000).toISOString();
    await ledger.append(stream, revision, [
      { id: `id-${n}`, type: 'MeetingHeld', data: { n }, metadata: { recordedBy: 'test', recordedAt } },
    ]);
    revisions.set(stream, revision + 1);
  }
  return ledger;
}

async function all(ledger: Ledger): Promise<readonly LedgerEvent[]> {
  return (await ledger.readAll(START, 5_000)).events;
}

describe('copying a ledger', () => {
  it('keeps ids, order, revisions, metadata and times', async () => {
    const [source, target] = [await told(), fresh()];
    expect(await copyLedger(source, target)).toBe(1_200);
    expect(await all(target)).toEqual(await all(source));
  });

  it('goes on where it was interrupted, and changes nothing when it is complete', async () => {
    const [source, target] = [await told(), fresh()];
    const interrupted = copyLedger(source, target, (copied) => {
      if (copied >= 1_000) throw new Error('interrupted');
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect((await all(target)).length).toBe(1_000);
    await copyLedger(source, target);
    await copyLedger(source, target);
    expect(await all(target)).toEqual(await all(source));
  });

  it('refuses a target that holds something else, and writes nothing to it', async () => {
    const [source, target] = [await told(), fresh()];
    await target.append('summit-0', NO_STREAM, [
      { id: 'other', type: 'MeetingHeld', data: {}, metadata: {} },
    ]);
    await expect(copyLedger(source, target)).rejects.toThrow(NotACopy);
    expect((await all(target)).length).toBe(1);
  });

  it('refuses a target that holds more than the source', async () => {
    const [source, target] = [fresh(), await told()];
    await expect(copyLedger(source, target)).rejects.toThrow(NotACopy);
  });
});
