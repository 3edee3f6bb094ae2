import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LedgerUnavailable, NO_STREAM, START, type LedgerEvent } from '../../src/ledger/ledger.js';
import { openLedger } from '../../src/ledger/open-ledger.js';
import { RecordingClock } from '../../src/ledger/recording-clock.js';
import { openLedgerFile } from '../../src/ledger/sqlite/sqlite-file.js';
import {
  openSqliteLedger,
  SqliteLedger,
  type SqliteLedgerOptions,
} from '../../src/ledger/sqlite/sqlite-ledger.js';
import { ledgerContract } from './contract.js';
import { idsOf, newStream, noted, readToEnd, several, take } from './writing.js';

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'ledger-'));
}

ledgerContract('SQLite', () => {
  const folder = newFolder();
  const file = join(folder, 'ledger.sqlite');
  let ledger = openSqliteLedger({ file });
  return Promise.resolve({
    get ledger() {
      return ledger;
    },
    async reopen() {
      await ledger.close();
      ledger = openSqliteLedger({ file });
      return ledger;
    },
    async stop() {
      await ledger.close();
      rmSync(folder, { recursive: true });
    },
  });
});

describe('the SQLite ledger', () => {
  let folder: string;
  let file: string;
  let opened: SqliteLedger[];
  const live = new AbortController().signal;

  beforeEach(() => {
    folder = newFolder();
    file = join(folder, 'ledger.sqlite');
    opened = [];
  });
  afterEach(async () => {
    for (const ledger of opened) await ledger.close();
    rmSync(folder, { recursive: true });
  });

  function open(options: Partial<SqliteLedgerOptions> = {}): SqliteLedger {
    return keep(openSqliteLedger({ file, ...options }));
  }
  function keep(ledger: SqliteLedger): SqliteLedger {
    opened.push(ledger);
    return ledger;
  }
  async function everything(ledger: SqliteLedger): Promise<LedgerEvent[]> {
    return (await readToEnd(ledger, START, {}, 1_000)).events;
  }

  describe('when its process is killed in the middle of appends', () => {
    it('has every event that was acknowledged, in order', async () => {
      const acknowledged = await acknowledgedBeforeKill(file, 2_000);
      const events = await everything(open());
      const positions = events.map(({ position }) => Number(position));
      expect(acknowledged.length).toBeGreaterThanOrEqual(2_000);
      const kept = new Set(idsOf(events));
      expect(kept.size).toBe(events.length);
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    }, 30_000);
  });

  describe('when it cannot write', () => {
    it('refuses while another connection holds the file, and writes again afterwards', async () => {
      const ledger = open();
      const stream = newStream();
      await ledger.append(stream, NO_STREAM, [noted()]);
      const other = new Database(file);
      other.exec('BEGIN IMMEDIATE');
      const group = [ledger.append(stream, 0, [noted()]), ledger.append(newStream(), NO_STREAM, [noted()])];
      const outcomes = await Promise.allSettled(group);
      expect(outcomes.map(isUnavailable)).toEqual([true, true]);
      expect(await ledger.read(stream)).toHaveLength(1);
      other.exec('ROLLBACK');
      other.close();
      await ledger.append(stream, 0, [noted()]);
      expect(await ledger.read(stream)).toHaveLength(2);
    });

    it('refuses when the disk is full, keeps what it has, and writes again when there is room', async () => {
      const db = openLedgerFile(file);
      const ledger = keep(new SqliteLedger(db, new RecordingClock(Date.now)));
      const kept = await ledger.append(newStream(), NO_STREAM, several(5));
      db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
      const large = noted({ transcript: 'x'.repeat(100_000) });
      const stream = newStream();
      await expect(ledger.append(stream, NO_STREAM, [large])).rejects.toThrow(LedgerUnavailable);
      expect(await everything(ledger)).toEqual(kept);
      db.pragma('max_page_count = 1000000');
      await ledger.append(stream, NO_STREAM, [large]);
      expect(await everything(ledger)).toHaveLength(6);
    });

    it('refuses to write when it was opened for reading only, or closed', async () => {
      const writer = open();
      await expect(open({ readonly: true }).append(newStream(), NO_STREAM, [noted()])).rejects.toThrow(
        LedgerUnavailable,
      );
      await writer.close();
      await expect(writer.append(newStream(), NO_STREAM, [noted()])).rejects.toThrow('closed');
      await expect(writer.head()).rejects.toThrow(LedgerUnavailable);
    });
  });

  describe('when its file is opened', () => {
    it('makes the folder that is missing', async () => {
      const ledger = await openLedger(`sqlite:${join(folder, 'a', 'b', 'ledger.sqlite')}`);
      expect(await ledger.head()).toBe(START);
      await ledger.close();
    });

    it.each([
      [
        'is not a database',
        () => writeFileSync(file, 'Hanoi, 28 February 2019. '.repeat(400)),
        /not a database/,
      ],
      ['belongs to another program', () => alter(file, 'CREATE TABLE notes (text)'), /another program/],
      ['is of a newer schema', () => alter(file, 'PRAGMA user_version = 99', true), /newer version .* is 99/],
      ['is a folder', () => mkdirSync(file), /Cannot open/],
    ])('says so in one error when it %s', (_name, arrange, message) => {
      arrange();
      expect(() => openSqliteLedger({ file })).toThrow(LedgerUnavailable);
      expect(() => openSqliteLedger({ file })).toThrow(message);
    });

    it('refuses a URL that names no engine', async () => {
      await expect(openLedger('postgres://localhost/ledger')).rejects.toThrow(/begins with sqlite:, esdb:/);
    });

    it('does not make a ledger for somebody who only reads', () => {
      expect(() => openSqliteLedger({ file, readonly: true })).toThrow(/no ledger/);
    });

    it('syncs every commit to the disk', () => {
      const db = openLedgerFile(file);
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      db.close();
    });
  });

  describe('when others write to the same file', () => {
    it('follows their events', async () => {
      const writer = open();
      const reader = open({ readonly: true });
      const followed = take(reader.subscribe(START, live), 600);
      const written: LedgerEvent[] = [];
      for (let batch = 0; batch < 6; batch += 1) {
        written.push(...(await writer.append(newStream(), NO_STREAM, several(100))));
        reader.wake();
      }
      expect(await followed).toEqual(written);
    });

    it('finds out by itself when nobody says so', async () => {
      const [one, other] = [open(), open()];
      const pages = one.subscribe(START, live);
      expect((await pages.next()).value).toMatchObject({ caughtUp: true, events: [] });
      const next = pages.next();
      const written = await other.append(newStream(), NO_STREAM, [noted()]);
      expect((await next).value).toMatchObject({ events: written });
      await pages.return(undefined);
    });

    it('hands over the events of two writers in their one order', async () => {
      const [one, other] = [open(), open()];
      const followed = [one, other].map((ledger) => take(ledger.subscribe(START, live), 200));
      for (let turn = 0; turn < 100; turn += 1) {
        await one.append(newStream(), NO_STREAM, [noted()]);
        await other.append(newStream(), NO_STREAM, [noted()]);
      }
      const events = await everything(one);
      expect(await Promise.all(followed)).toEqual([events, events]);
    });
  });

  it('ends its subscriptions when it is closed, after writing what was queued', async () => {
    const ledger = open();
    const waiting = take(ledger.subscribe(START, live), 100);
    const appends = several(3).map((event) => ledger.append(newStream(), NO_STREAM, [event]));
    await ledger.close();
    expect(await Promise.all(appends)).toHaveLength(3);
    await waiting;
    expect(await everything(open())).toHaveLength(3);
  });

  it('records no time before an earlier one, though the clock runs backwards and the process is another', async () => {
    const times = ['10:00:02.000', '10:00:01.000', '09:59:00.000'].map((time) => `2019-02-28T${time}Z`);
    for (const time of times) {
      const ledger = open({ clock: () => Date.parse(time) });
      await ledger.append(newStream(), NO_STREAM, [noted()]);
      await ledger.close();
    }
    expect((await everything(open())).map(({ recordedAt }) => recordedAt)).toEqual(times.map(() => times[0]));
  });

  it('hands over large events in small pages', async () => {
    const ledger = open();
    const large = Array.from({ length: 12 }, () => noted({ transcript: 'x'.repeat(300_000) }));
    for (const event of large) await ledger.append(newStream(), NO_STREAM, [event]);
    const { pages } = await readToEnd(ledger, START, {}, 1_000);
    expect(pages.map(({ events }) => events.length)).toEqual([4, 4, 4]);
    expect(idsOf(await take(ledger.subscribe(START, live), 12))).toEqual(idsOf(large));
  });
});

function isUnavailable(outcome: PromiseSettledResult<unknown>): boolean {
  return outcome.status === 'rejected' && outcome.reason instanceof LedgerUnavailable;
}

/** Changes a file behind the ledger's back. */
function alter(file: string, sql: string, isLedger = false): void {
  if (isLedger) openLedgerFile(file).close();
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

/** The ids that a process printed before it was killed without warning, after at least so many. */
async function acknowledgedBeforeKill(file: string, atLeast: number): Promise<string[]> {
  const script = new URL('./append-until-killed.ts', import.meta.url).pathname;
  const hooks = new URL('../run-typescript.js', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', hooks, script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ids: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // A line that the kill cut off names no event.
    if (line.length === 36) ids.push(line);
    if (ids.length === atLeast) child.kill('SIGKILL');
  }
  return ids;
}
