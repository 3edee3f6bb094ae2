import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEventStoreDbLedger } from '../../src/ledger/eventstoredb/eventstoredb-ledger.js';
import {
  LedgerUnavailable,
  NO_STREAM,
  RevisionConflict,
  START,
  type Ledger,
  type LedgerEvent,
  type NewEvent,
  type Page,
} from '../../src/ledger/ledger.js';
import type { AppendFault } from '../eventstoredb-double/conduct.js';
import { EventStoreDbDouble } from '../eventstoredb-double/double.js';
import type { EventLog } from '../eventstoredb-double/event-log.js';
import { idsOf, newStream, noted, readToEnd, several, take, writeAtOnce } from './writing.js';

/** Longer than this machine ever takes to answer, short enough to be waited for. */
const TIME_LIMIT_MS = 400;
const BEYOND_ALL = 18_446_744_073_709_551_615n;

describe('the ledger on EventStoreDB', () => {
  const live = new AbortController().signal;
  let double: EventStoreDbDouble;
  let ledger: Ledger;
  const others: { close(): unknown }[] = [];

  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
    ledger = await openEventStoreDbLedger(double.url, { timeLimitMs: TIME_LIMIT_MS });
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
    await ledger.close();
    double.kill();
  });

  async function startAnother(
    conduct: Parameters<typeof EventStoreDbDouble.start>[0] = {},
    log?: EventLog,
  ): Promise<[EventStoreDbDouble, Ledger]> {
    const another = await EventStoreDbDouble.start(conduct, log);
    const opened = await openEventStoreDbLedger(another.url, { timeLimitMs: TIME_LIMIT_MS });
    others.push(opened, { close: () => another.kill() });
    return [another, opened];
  }

  /** Behind the ledger's back, and without the loop of events in between. */
  function writeAtTheServer(log: EventLog, stream: string, events: readonly NewEvent[]): void {
    const proposed = events.map(({ id, type, data }) => ({
      id,
      type,
      contentType: 'application/json',
      data: Buffer.from(JSON.stringify(data)),
      metadata: new Uint8Array(),
    }));
    log.append(stream, 'any', proposed);
  }

  async function firstEmptyPage(pages: AsyncIterator<Page>): Promise<void> {
    expect((await pages.next()).value).toMatchObject({ events: [], caughtUp: true });
  }

  async function takeFrom(pages: AsyncIterator<Page>, count: number): Promise<LedgerEvent[]> {
    return take({ [Symbol.asyncIterator]: () => pages }, count);
  }

  describe('when the outcome of an append is unknown', () => {
    it.each<AppendFault>(['lost_answer', 'unknown_error'])(
      'reads the stream and answers what lies there (%s)',
      async (fault) => {
        const stream = newStream();
        const events = several(3);
        double.failNextAppends(fault);
        const recorded = await ledger.append(stream, NO_STREAM, events);
        expect(idsOf(recorded)).toEqual(idsOf(events));
        expect(recorded).toEqual(await ledger.read(stream));
      },
    );

    it('says that it may still be written when it does not lie there', async () => {
      const stream = newStream();
      const events = several(2);
      double.failNextAppends('lost_request');
      const append = ledger.append(stream, NO_STREAM, events);
      await expect(append).rejects.toBeInstanceOf(LedgerUnavailable);
      await expect(append).rejects.toThrow('may still be written');
      expect(idsOf(await ledger.append(stream, NO_STREAM, events))).toEqual(idsOf(events));
    });

    it('answers with a conflict when somebody else wrote there meanwhile', async () => {
      const stream = newStream();
      double.failNextAppends('lost_request');
      const late = ledger.append(stream, NO_STREAM, [noted()]);
      writeAtTheServer(double.log, stream, several(2));
      await expect(late).rejects.toBeInstanceOf(RevisionConflict);
      await expect(late).rejects.toMatchObject({ expectedRevision: NO_STREAM, actualRevision: 1 });
    });

    it('says that it is unknown when the stream cannot be read, and the same ids settle it', async () => {
      const stream = newStream();
      const events = several(2);
      double.freeze();
      await expect(ledger.append(stream, NO_STREAM, events)).rejects.toThrow(/unknown whether .* written/);
      double.thaw();
      const recorded = await ledger.append(stream, NO_STREAM, events);
      expect(await ledger.read(stream)).toEqual(recorded);
      expect(idsOf(recorded)).toEqual(idsOf(events));
    });

    it.each<AppendFault>(['dies_after_writing', 'dies_before_writing'])(
      'writes once when the server comes back (%s)',
      async (fault) => {
        const stream = newStream();
        const events = several(2);
        double.failNextAppends(fault);
        await expect(ledger.append(stream, NO_STREAM, events)).rejects.toBeInstanceOf(LedgerUnavailable);
        await double.restart();
        const recorded = await ledger.append(stream, NO_STREAM, events);
        expect(idsOf(recorded)).toEqual(idsOf(events));
        expect(await ledger.read(stream)).toEqual(recorded);
      },
    );
  });

  it('answers what was recorded, not what is said under the same ids now', async () => {
    const stream = newStream();
    const event = noted({ version: 1 });
    const first = await ledger.append(stream, NO_STREAM, [event]);
    expect(await ledger.append(stream, NO_STREAM, [{ ...event, data: { version: 2 } }])).toEqual(first);
  });

  it('writes each of 2,000 appends once and whole, however the server fails', async () => {
    const disturb = disturber(double);
    const write = async (): Promise<string[]> => {
      const stream = newStream();
      const ids: string[] = [];
      for (let revision = NO_STREAM; revision < 199; revision += 2) {
        const events = several(2);
        await untilAvailable(() => ledger.append(stream, revision, events), disturb);
        ids.push(...idsOf(events));
      }
      expect(idsOf(await untilAvailable(() => ledger.read(stream), disturb))).toEqual(ids);
      return ids;
    };
    const written = (await Promise.all(Array.from({ length: 20 }, write))).flat();
    const { events } = await readToEnd(ledger, START, {}, 1_000);
    expect(idsOf(events).sort()).toEqual(written.sort());
    expect(disturb.failures).toBeGreaterThan(20);
  }, 120_000);

  describe('when an append is refused', () => {
    it('says that nothing was written, and why', async () => {
      const large = ledger.append(newStream(), NO_STREAM, [noted({ text: 'x'.repeat(1_050_000) })]);
      await expect(large).rejects.toThrow(/Nothing was written .* larger than the server takes/);
      double.denyAll();
      const denied = ledger.append(newStream(), NO_STREAM, [noted()]);
      await expect(denied).rejects.toThrow(/Nothing was written .* refuses these credentials/);
    });

    it('turns to the leader when another node takes it', async () => {
      const [leader] = await startAnother({}, double.log);
      double.follow(leader.endpoint);
      const stream = newStream();
      const recorded = await ledger.append(stream, NO_STREAM, [noted()]);
      expect(await ledger.read(stream)).toEqual(recorded);
    });
  });

  describe('when the server is lost under its subscriptions', () => {
    it('goes on without gap or duplicate once it is back', async () => {
      const followed = [1, 2, 3].map(() => take(ledger.subscribe(START, live), 900));
      const written = [...(await writeAtOnce(ledger, 'before', { writers: 10, events: 30 }))];
      for (const category of ['between', 'after']) {
        double.kill();
        await double.restart();
        const revive = () => writeAtOnce(ledger, category, { writers: 10, events: 30 });
        written.push(...(await untilAvailable(revive)));
      }
      for (const events of await Promise.all(followed))
        expect(idsOf(events).sort()).toEqual(idsOf(written).sort());
    }, 30_000);

    it('ends at once when it is aborted while the server is away', async () => {
      const controller = new AbortController();
      const pages = ledger.subscribe(START, controller.signal)[Symbol.asyncIterator]();
      await firstEmptyPage(pages);
      const waiting = pages.next();
      double.kill();
      controller.abort();
      expect((await waiting).done).toBe(true);
    });

    it('begins when the server comes back', async () => {
      const events = several(5);
      writeAtTheServer(double.log, newStream(), events);
      double.kill();
      const followed = take(ledger.subscribe(START, live), 5);
      await expect(ledger.head()).rejects.toBeInstanceOf(LedgerUnavailable);
      await double.restart();
      expect(idsOf(await followed)).toEqual(idsOf(events));
    });
  });

  it.each(['23.10', '24.6'] as const)(
    'loses nothing when it is too slow for the server (%s)',
    async (version) => {
      const [another, opened] = await startAnother({ version, liveBuffer: 10 });
      const pages = opened.subscribe(START, live)[Symbol.asyncIterator]();
      await firstEmptyPage(pages);
      const events = several(3_000);
      for (let from = 0; from < 3_000; from += 500) {
        writeAtTheServer(another.log, newStream(), events.slice(from, from + 500));
      }
      expect(idsOf(await takeFrom(pages, 3_000))).toEqual(idsOf(events));
    },
  );

  it('has caught up on a server that does not say so', async () => {
    const [, opened] = await startAnother({ announcesCaughtUp: false });
    await firstEmptyPage(opened.subscribe(START, live)[Symbol.asyncIterator]());
  });

  it('never hands out a position that the server merely reports', async () => {
    const positions: string[] = [await ledger.head()];
    const [, opened] = await startAnother();
    for await (const page of opened.subscribe(START, live, { categories: ['nobody'] })) {
      positions.push(page.position);
      if (page.caughtUp) break;
    }
    positions.push((await opened.readAll(START, 10)).position, await opened.head());
    for (const position of positions) expect(BigInt(position)).toBeLessThan(BEYOND_ALL);
  });

  it('serves any number of readers from one subscription', async () => {
    const readers = Array.from({ length: 200 }, () => take(ledger.subscribe(START, live), 100));
    const events = several(100);
    for (const [index, event] of events.entries()) writeAtTheServer(double.log, `one-${index}`, [event]);
    for (const seen of await Promise.all(readers)) expect(idsOf(seen)).toEqual(idsOf(events));
    expect(double.subscriptions).toBe(1);
  });

  it('passes over what no ledger has written', async () => {
    const foreign = { id: noted().id, metadata: new Uint8Array() };
    double.log.append('foreign-1', 'any', [
      { ...foreign, type: 'Photo', contentType: 'application/octet-stream', data: Uint8Array.of(255) },
      { ...foreign, type: '$>', contentType: 'application/json', data: Buffer.from('"0@one"') },
    ]);
    const event = noted();
    await ledger.append(newStream(), NO_STREAM, [event]);
    expect(idsOf((await readToEnd(ledger, START, {})).events)).toEqual([event.id]);
    expect(idsOf(await take(ledger.subscribe(START, live), 1))).toEqual([event.id]);
  });

  it('names a position that it never handed out', async () => {
    const [event] = await ledger.append(newStream(), NO_STREAM, [noted()]);
    const inside = String(BigInt(event?.position ?? START) + 1n);
    await expect(ledger.readAll(inside, 10)).rejects.toThrow(RangeError);
    await expect(take(ledger.subscribe(inside, live), 1)).rejects.toThrow(`"${inside}" is not a position`);
    await expect(take(ledger.subscribe('yesterday', live), 1)).rejects.toThrow(RangeError);
  });

  describe('when it is closed', () => {
    it('ends its subscriptions after what is under way was written', async () => {
      const waiting = take(ledger.subscribe(START, live), 1_000);
      const stream = newStream();
      const append = ledger.append(stream, NO_STREAM, several(3));
      await ledger.close();
      expect(await append).toHaveLength(3);
      await waiting;
      expect(double.log.stream(stream)).toHaveLength(3);
      await expect(ledger.append(stream, 2, [noted()])).rejects.toThrow('closed');
      await expect(ledger.head()).rejects.toBeInstanceOf(LedgerUnavailable);
    });
  });

  describe('when it is opened', () => {
    it('says what it is connected to, without the password', async () => {
      const { address, port } = double.endpoint;
      const opened = await openEventStoreDbLedger(`esdb://admin:secret@${address}:${port}?tls=false`);
      others.push(opened);
      expect(opened.description).toBe(`esdb://${address}:${port}`);
    });

    it('finds the leader of a cluster', async () => {
      const [leader] = await startAnother({}, double.log);
      double.follow(leader.endpoint);
      const hosts = [double, leader].map(({ endpoint: { address, port } }) => `${address}:${port}`);
      const opened = await openEventStoreDbLedger(`esdb://${hosts.join(',')}?tls=false`);
      others.push(opened);
      expect(await opened.append(newStream(), NO_STREAM, [noted()])).toHaveLength(1);
    });

    it.each([
      [
        'esdb://admin:secret@127.0.0.1:1?tls=false',
        /Cannot connect to esdb:\/\/127\.0\.0\.1:1: .*ECONNREFUSED/,
      ],
      [
        'esdb://admin:secret@127.0.0.1:port',
        /Cannot connect to esdb:\/\/127\.0\.0\.1:port: this is no connection/,
      ],
      ['esdb://admin:secret@h:1?tlsCAFile=/no/such/file', /Cannot connect to esdb:\/\/h:1: .*certificate/],
      ['esdb://admin:secret@h:1?tsl=false', /Cannot connect to esdb:\/\/h:1: there is no option tsl/],
      ['esdb://admin:secret@h:1?tlsVerifyCert=false', /Cannot connect to esdb:\/\/h:1: .*always verified/],
    ])('says in one line why it cannot be: %s', async (url, message) => {
      const error = await openEventStoreDbLedger(url).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(LedgerUnavailable);
      expect(String(error)).toMatch(message);
      expect(String(error)).not.toMatch(/secret|\n/);
    });

    it('says that the server does not let it in', async () => {
      double.denyAll();
      await expect(openEventStoreDbLedger(double.url)).rejects.toThrow('refuses these credentials');
    });
  });
});

/** Freezes, kills and trips the server as the writing goes on; mends it once somebody has noticed. */
function disturber(double: EventStoreDbDouble): {
  attempted(): void;
  failed(): Promise<void>;
  failures: number;
} {
  const faults: AppendFault[] = ['lost_answer', 'lost_request', 'unknown_error'];
  let attempts = 0;
  let broken: 'frozen' | 'dead' | undefined;
  return {
    failures: 0,
    attempted() {
      attempts += 1;
      if (attempts % 37 === 0) double.failNextAppends(...faults.slice(attempts % 3));
      if (broken) return;
      if (attempts % 401 === 0) {
        broken = 'frozen';
        double.freeze();
      } else if (attempts % 557 === 0) {
        broken = 'dead';
        double.kill();
      }
    },
    async failed() {
      this.failures += 1;
      const was = broken;
      broken = undefined;
      if (was === 'frozen') double.thaw();
      if (was === 'dead') await double.restart();
    },
  };
}

/** Tries again with the same ids, as every writer may. */
async function untilAvailable<T>(
  action: () => Promise<T>,
  disturb?: ReturnType<typeof disturber>,
): Promise<T> {
  for (;;) {
    disturb?.attempted();
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      await disturb?.failed();
    }
  }
}
