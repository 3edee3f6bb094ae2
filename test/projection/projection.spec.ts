import { copyFileSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { Facts } from '../../src/projection/facts.js';
import { Projection, type ProjectionOptions } from '../../src/projection/projection.js';
import { ProjectionLagging } from '../../src/projection/projection-failures.js';
import { FIRST_EPOCH, NO_STREAM, type LedgerEvent } from '../../src/ledger/ledger.js';
import { openSqliteLedger, type SqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import { fact, ledgerOf } from '../given.js';
import { removeScratchFolders, scratchFolder } from './facts-files.js';

const PATIENCE_MS = 4_000;

const meetings = (count: number, summitId = 'hanoi') =>
  ledgerOf(
    Array.from({ length: count }, (_unused, i) =>
      fact(`summit-${summitId}`, 'MeetingHeld', {
        summitId,
        meetingId: `m${i}`,
        kind: 'meal',
        title: `Dinner ${i}`,
      }),
    ),
  );

let folder = '';
let logged: string[] = [];
let nextLog: (message: string) => void = () => undefined;
const running: { close(): Promise<void> | void }[] = [];

beforeEach(() => {
  folder = scratchFolder();
  logged = [];
});
afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.close();
});
afterAll(removeScratchFolders);

function ledger(name = 'ledger.sqlite'): SqliteLedger {
  const opened = openSqliteLedger({ file: join(folder, name) });
  running.push(opened);
  return opened;
}

async function projection(
  name = 'ledger.sqlite',
  settings: Partial<ProjectionOptions> = {},
): Promise<{ projection: Projection; facts: Facts }> {
  // The service has opened it by then.
  if (!existsSync(join(folder, name))) ledger(name);
  const started = new Projection({
    file: join(folder, 'facts.sqlite'),
    ledgerUrl: `sqlite:${join(folder, name)}`,
    inProcess: true,
    log: (message) => {
      logged.push(message);
      nextLog(message);
    },
    ...settings,
  });
  await started.start();
  running.push(started);
  const facts = new Facts(join(folder, 'facts.sqlite'));
  running.push(facts);
  return { projection: started, facts };
}

async function append(to: SqliteLedger, events: readonly LedgerEvent[]): Promise<string> {
  const [first] = events;
  if (!first) throw new Error('nothing to append');
  const recorded = await to.append(first.stream, first.revision - 1, events);
  return recorded.at(-1)?.position ?? '';
}

describe('a projection', () => {
  it('reaches what was recorded before it started, and what is recorded from then on', async () => {
    const events = meetings(3);
    const recorded = ledger();
    await append(recorded, events.slice(0, 2));
    const { projection: following, facts } = await projection();
    await following.reach('2', PATIENCE_MS);
    expect(facts.ofSummit('hanoi', facts.position())).toHaveLength(2);
    await following.reach(await append(recorded, events.slice(2)), PATIENCE_MS);
    expect(facts.ofSummit('hanoi', facts.position())).toHaveLength(3);
  });

  it('says how far it is when it does not get there in time', async () => {
    const { projection: following } = await projection();
    const lagging = following.reach('7', 1);
    await expect(lagging).rejects.toThrow(ProjectionLagging);
    await expect(lagging).rejects.toMatchObject({ reached: '0', wanted: '7' });
  });

  it('reaches the end of many batches, while reads as of a position stay as they were', async () => {
    const events = meetings(3_000);
    const recorded = ledger();
    await append(recorded, events.slice(0, 10));
    const { projection: following, facts } = await projection();
    await following.reach('10', PATIENCE_MS);
    const before = JSON.stringify(facts.ofSummit('hanoi', '10'));
    for (let from = 10; from < events.length; from += 230) {
      const position = await append(recorded, events.slice(from, from + 230));
      expect(JSON.stringify(facts.ofSummit('hanoi', '10'))).toBe(before);
      await following.reach(position, PATIENCE_MS);
      expect(facts.ofSummit('hanoi', position)).toHaveLength(Number(position));
    }
  });

  it('begins again when the ledger is another one', async () => {
    const recorded = ledger();
    await append(recorded, meetings(2));
    const first = await projection();
    await first.projection.reach('2', PATIENCE_MS);
    await first.projection.close();
    const other = ledger('other.sqlite');
    const ids = meetings(2, 'singapore').map((event) => ({ ...event, id: event.id.replace('4000', '4001') }));
    await append(other, ids);
    const { projection: following, facts } = await projection('other.sqlite');
    await following.reach('2', PATIENCE_MS);
    expect(facts.ofSummit('hanoi', '2')).toEqual([]);
    expect(facts.ofSummit('singapore', '2')).toHaveLength(2);
  });

  it('begins again when the ledger was restored from an older copy', async () => {
    await append(ledger('long.sqlite'), meetings(3));
    const first = await projection('long.sqlite');
    await first.projection.reach('3', PATIENCE_MS);
    await first.projection.close();
    await append(ledger(), meetings(2));
    const { projection: following, facts } = await projection();
    await following.reach('2', PATIENCE_MS);
    expect(facts.position()).toBe('2');
  });

  describe('whose ledger was exchanged in its place', () => {
    /** Facts of three meetings; then the file is exchanged for one with what is given. */
    async function exchanged(events: readonly LedgerEvent[]): Promise<void> {
      const recorded = ledger();
      await append(recorded, meetings(3));
      const first = await projection();
      await first.projection.reach('3', PATIENCE_MS);
      await first.projection.close();
      await recorded.close();
      const other = ledger('other.sqlite');
      if (events.length > 0) await append(other, events);
      await other.close();
      copyFileSync(join(folder, 'other.sqlite'), join(folder, 'ledger.sqlite'));
    }

    it.each([
      ['another', meetings(5, 'singapore')],
      ['an empty', []],
    ])('does not start on %s one, and says why', async (_, events) => {
      await exchanged(events);
      await expect(projection()).rejects.toThrow(/ledger\.sqlite is not the ledger of which there are facts/);
      await expect(projection()).rejects.toThrow('ACCEPT_LEDGER_CHANGE');
    });

    it('goes on with it where that is accepted, and says to readers that it is another', async () => {
      await exchanged(meetings(5, 'singapore'));
      const { projection: following, facts } = await projection('ledger.sqlite', {
        acceptsLedgerChange: true,
      });
      await following.reach('5', PATIENCE_MS);
      expect(facts.ofSummit('hanoi', '5')).toEqual([]);
      expect(logged).toEqual([
        expect.stringMatching(/^the facts are built anew from .*: they are of the ledger/),
      ]);
      expect((await ledger().identity()).epoch).not.toBe(FIRST_EPOCH);
      await following.close();
      await projection();
    });

    it('does not start on one that lacks what it held, though it is the same', async () => {
      const recorded = ledger();
      await append(recorded, meetings(2));
      await recorded.close();
      copyFileSync(join(folder, 'ledger.sqlite'), join(folder, 'old.sqlite'));
      const again = ledger();
      await again.append('summit-hanoi', 1, meetings(3).slice(2));
      const first = await projection();
      await first.projection.reach('3', PATIENCE_MS);
      await first.projection.close();
      await again.close();
      copyFileSync(join(folder, 'old.sqlite'), join(folder, 'ledger.sqlite'));
      await expect(projection()).rejects.toThrow('it does not hold the event that they have seen last');
    });
  });

  it('waits for a ledger that is away', async () => {
    const file = join(folder, 'ledger.sqlite');
    mkdirSync(file);
    const { projection: following, facts } = await projection();
    expect(logged).toEqual([
      expect.stringMatching(/^the ledger was lost: Cannot open the ledger .*CANTOPEN/),
    ]);
    expect(facts.position()).toBe('0');
    rmdirSync(file);
    const found = new Promise((resolve) => (nextLog = resolve));
    await following.reach(await append(ledger(), meetings(1)), PATIENCE_MS);
    expect(facts.ofSummit('hanoi', '1')).toHaveLength(1);
    await expect(found).resolves.toMatch(/^the ledger was found again after \d+\.\d s$/);
    expect(logged).toHaveLength(2);
  });

  it('does not wait for what is no ledger', async () => {
    const text = 'not a database, and long enough to be told from an empty one'.repeat(20);
    writeFileSync(join(folder, 'ledger.sqlite'), text);
    await expect(projection()).rejects.toThrow('not a database');
  });

  it('says once that the ledger cannot be read any further, though it can be opened', async () => {
    const recorded = ledger();
    await append(recorded, meetings(600));
    await recorded.close();
    const damaged = new Database(join(folder, 'ledger.sqlite'));
    const page = damaged.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno DESC').pluck();
    const number = page.all('events').map(Number)[2] ?? 1;
    damaged.close();
    const bytes = readFileSync(join(folder, 'ledger.sqlite'));
    bytes.fill(0xff, (number - 1) * 4096, number * 4096);
    writeFileSync(join(folder, 'ledger.sqlite'), bytes);
    const lost = new Promise((resolve) => (nextLog = resolve));
    const { projection: following } = await projection();
    await lost;
    await expect(following.reach('600', 1_000)).rejects.toMatchObject({ reached: '500' });
    expect(logged).toEqual([expect.stringMatching(/^the ledger was lost: .*CORRUPT/)]);
  });

  it('names an event that it does not know, and leaves the facts readable', async () => {
    const told = new Promise((resolve) => (nextLog = resolve));
    const recorded = ledger();
    await append(recorded, meetings(1));
    const { projection: following, facts } = await projection();
    await following.reach('1', PATIENCE_MS);
    const [event] = meetings(1).map((known) => ({ ...known, type: 'TreatySigned' }));
    await recorded.append('treaty-x', NO_STREAM, event ? [event] : []);
    following.wake();
    await expect(told).resolves.toContain('TreatySigned');
    expect(facts.ofSummit('hanoi', facts.position())).toHaveLength(1);
    await following.close();
    expect(logged).toEqual([expect.stringMatching(/^the projection ended, and the facts stay/)]);
    const again = await projection();
    expect(again.facts.ofSummit('hanoi', again.facts.position())).toHaveLength(1);
    await expect(again.projection.reach('2', PATIENCE_MS)).rejects.toThrow('type "TreatySigned", version 1');
    expect(again.projection.stopped?.reason).toBe('UnknownEventType');
  });

  it('stops before an event that is not what was recorded, and projects all that comes before', async () => {
    const recorded = ledger();
    await append(recorded, meetings(10));
    await recorded.close();
    const file = new Database(join(folder, 'ledger.sqlite'));
    file.exec("UPDATE events SET data = replace(data, 'Dinner 6', 'Dinner 9') WHERE position = 7");
    file.close();
    const { projection: following, facts } = await projection();
    await expect(following.reach('10', PATIENCE_MS)).rejects.toThrow('position 7 of the ledger');
    expect(following.stopped?.reason).toBe('DamagedEvent');
    expect(facts.ofSummit('hanoi', facts.position())).toHaveLength(6);
  });

  it('does not start where the file cannot be made', async () => {
    mkdirSync(join(folder, 'facts.sqlite'));
    await expect(projection()).rejects.toThrow('facts.sqlite cannot be opened');
  });

  it('builds a file anew that is damaged, and says so', async () => {
    writeFileSync(join(folder, 'facts.sqlite'), 'a text, not a database of facts'.repeat(20));
    const before = logged.length;
    await projection();
    expect(logged.slice(before)).toEqual([
      expect.stringContaining('facts.sqlite is damaged and is built anew'),
    ]);
  });
});
