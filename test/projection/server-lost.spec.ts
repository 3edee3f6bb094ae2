import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerUnavailable, NO_STREAM, START, type Ledger } from '../../src/ledger/ledger.js';
import { openLedger } from '../../src/ledger/open-ledger.js';
import { Projection } from '../../src/projection/projection.js';
import { fact, ledgerOf } from '../given.js';
import { EventStoreDbDouble } from '../eventstoredb-double/double.js';
import { removeScratchFolders, scratchFolder } from './facts-files.js';

const PATIENCE_MS = 10_000;

describe('a projection of a ledger on a server', () => {
  let double: EventStoreDbDouble;
  let folder = '';
  let logged: string[] = [];
  const open: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
    folder = scratchFolder();
    logged = [];
  });
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    double.kill();
  });
  afterAll(removeScratchFolders);

  async function projection(ledgerUrl: string): Promise<Projection> {
    const file = join(folder, 'facts.sqlite');
    const log = (message: string) => logged.push(message);
    const started = new Projection({ file, ledgerUrl, inProcess: true, log });
    open.push(started);
    await started.start();
    return started;
  }

  async function ledger(url: string): Promise<Ledger> {
    const opened = await openLedger(url);
    open.push(opened);
    return opened;
  }

  async function append(to: Ledger, name: string): Promise<string> {
    const meeting = { summitId: name, meetingId: 'm', kind: 'meal', title: 'Dinner' };
    const events = ledgerOf([fact(`summit-${name}`, 'MeetingHeld', meeting)]);
    for (;;)
      try {
        const [recorded] = await to.append(`summit-${name}`, NO_STREAM, events);
        return recorded?.position ?? START;
      } catch (error) {
        // As every writer may, where the connection was cut.
        if (!(error instanceof LedgerUnavailable)) throw error;
      }
  }

  it('says once that the server was lost, and once when it is there again', async () => {
    const following = await projection(double.url);
    const written = await ledger(double.url);
    for (const name of ['hanoi', 'singapore']) {
      await following.reach(await append(written, name), PATIENCE_MS);
      double.kill();
      await double.restart();
    }
    await following.reach(await append(written, 'panmunjom'), PATIENCE_MS);
    const away = expect.stringMatching(/ was found again after \d+\.\d s$/);
    const lost = expect.stringMatching(/^esdb:.* was lost: .+/);
    expect(logged).toEqual([lost, away, lost, away]);
  });

  it('begins again where the facts are those of a ledger whose positions the server never handed out', async () => {
    const url = `sqlite:${join(folder, 'ledger.sqlite')}`;
    const before = await ledger(url);
    for (const name of ['a', 'b', 'c', 'd', 'e']) await append(before, name);
    const first = await projection(url);
    await first.reach('5', PATIENCE_MS);
    await first.close();
    const position = await append(await ledger(double.url), 'hanoi');
    const following = await projection(double.url);
    await following.reach(position, PATIENCE_MS);
    expect(logged).toEqual([expect.stringMatching(/^the facts are built anew from esdb/)]);
  });
});
