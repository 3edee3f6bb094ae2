import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { FIRST_EPOCH, NO_STREAM } from '../../src/ledger/ledger.js';
import { backUp, restore } from '../../src/ledger/sqlite/backup.js';
import { openSqliteLedger, type SqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import { verifyLedger } from '../../src/ledger/verify.js';
import { newStream, noted, several } from '../ledger/writing.js';
import { removeScratchFolders, scratchFolder } from '../projection/facts-files.js';

const NOW = Date.parse('2026-11-25T10:00:00Z');
let folder = '';
const open: SqliteLedger[] = [];
const path = (name: string) => join(folder, name);

function ledger(name = 'ledger.sqlite'): SqliteLedger {
  const opened = openSqliteLedger({ file: path(name) });
  open.push(opened);
  return opened;
}

const append = (to: SqliteLedger, count: number) => to.append(newStream(), NO_STREAM, several(count));

beforeEach(() => {
  folder = scratchFolder();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(removeScratchFolders);

describe('a backup', () => {
  it('is of one moment, whole and in one file, though the ledger is written meanwhile', async () => {
    const source = ledger();
    await append(source, 2_000);
    const over = new AbortController();
    const writing = (async () => {
      for (let n = 0; !over.signal.aborted; n += 1) await append(source, 3);
    })();
    const extent = await backUp(path('ledger.sqlite'), path('deep/backup.sqlite'));
    over.abort();
    await writing;
    expect(extent.events % 3).toBe(2_000 % 3);
    expect(readdirSync(path('deep'))).toEqual(['backup.sqlite']);
    const copy = openSqliteLedger({ file: path('deep/backup.sqlite'), readonly: true });
    open.push(copy);
    expect(await verifyLedger(copy)).toEqual(extent);
    expect(await copy.identity()).toEqual(await source.identity());
  });

  it('is not made of a damaged ledger, and leaves the one from before', async () => {
    const source = ledger();
    await append(source, 5);
    await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    const before = readFileSync(path('backup.sqlite'));
    await source.close();
    const file = new Database(path('ledger.sqlite'));
    file.exec('UPDATE events SET data = \'{"index":7}\' WHERE position = 3');
    file.close();
    await expect(backUp(path('ledger.sqlite'), path('backup.sqlite'))).rejects.toThrow('position 3');
    expect(readFileSync(path('backup.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('overwrites neither the ledger itself nor what is no ledger', async () => {
    await append(ledger(), 1);
    await expect(backUp(path('ledger.sqlite'), path('ledger.sqlite'))).rejects.toThrow('the same file');
    writeFileSync(path('notes.txt'), 'what somebody has written '.repeat(50));
    await expect(backUp(path('ledger.sqlite'), path('notes.txt'))).rejects.toThrow('not a database');
    await expect(backUp(path('none.sqlite'), path('backup.sqlite'))).rejects.toThrow('There is no ledger');
  });
});

describe('a restore', () => {
  it('puts the backup in place, in an epoch of its own, and keeps what was there', async () => {
    const source = ledger();
    await append(source, 3);
    const extent = await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    await append(source, 4);
    await source.close();
    const { kept = '', ...restored } = await restore(path('backup.sqlite'), path('ledger.sqlite'), NOW);
    expect(restored).toEqual(extent);
    const again = ledger();
    expect(await again.head()).toBe('3');
    const { id, epoch } = await again.identity();
    expect(epoch).not.toBe(FIRST_EPOCH);
    const before = openSqliteLedger({ file: kept, readonly: true });
    open.push(before);
    expect([await before.head(), await before.identity()]).toEqual(['7', { id, epoch: FIRST_EPOCH }]);
    await append(again, 1);
  });

  it('leaves no log of the ledger before, killed or deleted', async () => {
    const source = ledger();
    await append(source, 3);
    await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    await append(source, 400);
    // As a kill leaves them, while the process that has them open is not asked.
    for (const suffix of ['', '-wal'])
      copyFileSync(path(`ledger.sqlite${suffix}`), path(`killed.sqlite${suffix}`));
    await restore(path('backup.sqlite'), path('killed.sqlite'), NOW);
    expect(await verifyLedger(ledger('killed.sqlite'))).toMatchObject({ events: 3 });
    copyFileSync(path('ledger.sqlite-wal'), path('gone.sqlite-wal'));
    await restore(path('backup.sqlite'), path('gone.sqlite'), NOW);
    expect(await verifyLedger(ledger('gone.sqlite'))).toMatchObject({ events: 3 });
  });

  it('is refused while somebody has the ledger open', async () => {
    const source = ledger();
    await append(source, 3);
    await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    await expect(restore(path('backup.sqlite'), path('ledger.sqlite'), NOW)).rejects.toThrow(
      'open elsewhere',
    );
    await append(source, 1);
    expect(await source.head()).toBe('4');
  });

  it('is refused where the backup is not whole', async () => {
    const source = ledger();
    await append(source, 3);
    await source.close();
    await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    const file = new Database(path('backup.sqlite'));
    file.exec('DELETE FROM events WHERE position = 3');
    file.close();
    await expect(restore(path('backup.sqlite'), path('ledger.sqlite'), NOW)).rejects.toThrow('is not whole');
    expect(await ledger().head()).toBe('3');
  });

  it('puts a backup in the place of a ledger that is damaged', async () => {
    const source = ledger();
    await append(source, 3);
    await source.close();
    await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    writeFileSync(path('ledger.sqlite'), 'what is left of it '.repeat(100));
    await restore(path('backup.sqlite'), path('ledger.sqlite'), NOW);
    expect(await ledger().head()).toBe('3');
  });
});

describe('a file that is not the ledger any more', () => {
  it.each([
    ['deleted', () => rmSync(path('ledger.sqlite'))],
    [
      'replaced',
      () => {
        copyFileSync(path('backup.sqlite'), path('other.sqlite'));
        rmSync(path('ledger.sqlite'));
        copyFileSync(path('other.sqlite'), path('ledger.sqlite'));
      },
    ],
    ['without its log', () => rmSync(path('ledger.sqlite-wal'))],
  ])('takes no writes once it is %s, and says so', async (_, harm) => {
    const source = ledger();
    await append(source, 3);
    await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    harm();
    await expect(append(source, 1)).rejects.toThrow('was deleted or replaced while it was open');
    await expect(source.head()).rejects.toThrow('was deleted or replaced');
  });

  it('is not opened with the log of the one that was there before', async () => {
    const source = ledger();
    for (let n = 0; n < 40; n += 1) await append(source, 10);
    await backUp(path('ledger.sqlite'), path('backup.sqlite'));
    const side = new Database(path('ledger.sqlite'));
    side.pragma('wal_checkpoint(TRUNCATE)');
    side.close();
    for (let n = 0; n < 40; n += 1) await append(source, 10);
    copyFileSync(path('ledger.sqlite-wal'), path('laid.sqlite-wal'));
    const small = ledger('small.sqlite');
    await append(small, 2);
    await backUp(path('small.sqlite'), path('laid.sqlite'));
    expect(existsSync(path('laid.sqlite-wal'))).toBe(true);
    expect(() => ledger('laid.sqlite')).toThrow(/do not fit together|malformed/);
  });
});

it('names what is missing in the order of a ledger', async () => {
  const source = ledger();
  await source.append('a-1', NO_STREAM, [noted(), noted(), noted()]);
  await source.close();
  const file = new Database(path('ledger.sqlite'));
  file.exec('DELETE FROM events WHERE position = 2');
  file.close();
  await expect(verifyLedger(ledger())).rejects.toThrow(
    'before position 3 of the ledger, revision 1 of a-1 is missing',
  );
});
