import { UnknownError, type EventStoreDBClient } from '@eventstore/db-client';
import PQueue from 'p-queue';
import { Appender } from './appender.js';
import { addressOf, connect } from './connection.js';
import { requirePosition } from './events.js';
import { reasonOf, unavailable } from './failures.js';
import { feed } from './feed.js';
import { LogReader } from './log-reader.js';
import { inSeconds, mayBeBack, retrying, type Retrying } from '../retrying.js';
import { Tail } from '../tail.js';
import {
  FIRST_EPOCH,
  Ledger,
  LedgerUnavailable,
  NotAPosition,
  type Filter,
  type LedgerEvent,
  type LedgerIdentity,
  type NewEvent,
  type Page,
} from '../ledger.js';
import { RecordingClock, type Clock } from '../recording-clock.js';

const HISTORY_PAGE = 1_000;
/** Many readers of history would otherwise wait for each other's pages until the server seems to be silent. */
const READS_AT_ONCE = 8;
const TIME_LIMIT_MS = 5_000;

export interface EventStoreDbLedgerOptions {
  readonly clock?: Clock;
  /** How long the server may be silent before an append or a read is given up. */
  readonly timeLimitMs?: number;
  /** Told when the server was lost, with the cause, and when it was found again. */
  readonly log?: (message: string) => void;
}

/**
 * Opens a ledger in EventStoreDB, a cluster or a single node.
 * @param url a connection string, `esdb://…` or `esdb+discover://…`, with credentials, TLS and files in it
 * @throws LedgerUnavailable when it cannot be reached or does not let in, LedgerUnusable when it is too old; the
 *   message names the address and never the credentials
 */
export async function openEventStoreDbLedger(
  url: string,
  { clock = Date.now, timeLimitMs = TIME_LIMIT_MS, log = () => undefined }: EventStoreDbLedgerOptions = {},
): Promise<Ledger> {
  const client = connect(url);
  const reader = new LogReader(client, timeLimitMs);
  try {
    await reader.end();
  } catch (error) {
    await client.dispose();
    throw unavailable(`Cannot connect to ${addressOf(url)}`, error);
  }
  const appender = new Appender(client, reader, new RecordingClock(clock), timeLimitMs);
  const address = addressOf(url);
  return new EventStoreDbLedger(address, client, { reader, appender }, listenerOf(address, log));
}

function listenerOf(address: string, log: (message: string) => void): Pick<Retrying, 'lost' | 'found'> {
  return {
    lost: (error) => log(`${address} was lost: ${reasonOf(error)}`),
    found: (away) => log(`${address} was found again after ${inSeconds(away)}`),
  };
}

class EventStoreDbLedger extends Ledger {
  readonly tellsRestores = false;
  private readonly closing = new AbortController();
  private readonly appends = new Set<Promise<unknown>>();
  private readonly historyReads = new PQueue({ concurrency: READS_AT_ONCE });
  private tail: Tail | undefined;
  /** What ended the feeding of the tail for good. */
  private failure: LedgerUnavailable | undefined;

  private readonly reader: LogReader;
  private readonly appender: Appender;

  constructor(
    readonly description: string,
    private readonly client: EventStoreDBClient,
    { reader, appender }: { readonly reader: LogReader; readonly appender: Appender },
    private readonly listener: Pick<Retrying, 'lost' | 'found'>,
  ) {
    super();
    this.reader = reader;
    this.appender = appender;
  }

  override async append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Promise<readonly LedgerEvent[]> {
    this.requireOpen();
    const append = this.appender.append(stream, expectedRevision, events);
    this.appends.add(append);
    try {
      return await append;
    } finally {
      this.appends.delete(append);
    }
  }

  override read(stream: string, fromRevision = 0): Promise<readonly LedgerEvent[]> {
    return this.reading(() => this.reader.stream(stream, fromRevision));
  }

  override readAll(after: string, limit: number, filter?: Filter): Promise<Page> {
    return this.page(after, limit, filter);
  }

  override async *subscribe(after: string, signal: AbortSignal, filter?: Filter): AsyncGenerator<Page> {
    requirePosition(after);
    const ended = AbortSignal.any([signal, this.closing.signal]);
    const tail = this.startTail();
    let position = after;
    let hasCaughtUp = false;
    const { breaks } = tail;
    while (!isAborted(ended)) {
      this.requireUnbroken(tail, breaks);
      const kept = tail.pageAfter(position, filter);
      const page = kept ?? (await this.history(position, filter, ended));
      if (isAborted(ended)) return;
      position = page.position;
      if (isNews(page, hasCaughtUp)) yield page;
      hasCaughtUp ||= page.caughtUp;
      if (page.caughtUp) await tail.moved(position, ended);
    }
  }

  override head(): Promise<string> {
    return this.reading(() => this.reader.head());
  }

  /** A server has no place for it: a ledger is known by its first event, and by where that lies. */
  override async identity(): Promise<LedgerIdentity> {
    const first = await this.reading(() => this.reader.first());
    return { id: first ? `${first.id}@${first.position}` : '', epoch: FIRST_EPOCH };
  }

  override async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.appends);
    await this.client.dispose();
  }

  /** @throws LedgerUnavailable where it was lost for good, or what was read from it is gone since */
  private requireUnbroken(tail: Tail, breaks: number): void {
    if (this.failure) throw this.failure;
    if (tail.breaks !== breaks)
      throw new LedgerUnavailable(`${this.description} does not hold any more what was read from it`);
  }

  private startTail(): Tail {
    if (this.tail) return this.tail;
    const tail = new Tail();
    feed(tail, this.client, this.reader, { signal: this.closing.signal, ...this.listener }).catch(
      (error: unknown) => {
        this.failure = unavailable('The ledger was lost for good', error);
        tail.wake();
      },
    );
    this.tail = tail;
    return tail;
  }

  /** Goes on trying while the server is away. */
  private async history(position: string, filter: Filter | undefined, ended: AbortSignal): Promise<Page> {
    const page = await retrying(
      () => this.historyReads.add(() => this.page(position, HISTORY_PAGE, filter, ended), { signal: ended }),
      { signal: ended, mayPass: mayBeBack },
    );
    return page ?? { events: [], position, caughtUp: false };
  }

  /** @throws NotAPosition for one that this ledger never handed out */
  private async page(after: string, limit: number, filter?: Filter, signal?: AbortSignal): Promise<Page> {
    try {
      return await this.reading(() => this.reader.page(after, limit, filter, signal));
    } catch (error) {
      const isDoubtful = error instanceof LedgerUnavailable && error.cause instanceof UnknownError;
      if (!isDoubtful || !(await this.reader.isNoPosition(after))) throw error;
      throw new NotAPosition(after, { cause: error });
    }
  }

  private async reading<T>(read: () => Promise<T>): Promise<T> {
    this.requireOpen();
    try {
      return await read();
    } catch (error) {
      throw error instanceof NotAPosition ? error : unavailable('The ledger could not be read', error);
    }
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted) throw new LedgerUnavailable('The ledger is closed');
  }
}

/** As a call, lest the type checker take the signal for one that cannot change meanwhile. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** An empty page is told only to say for the first time that the end was reached. */
function isNews({ events, caughtUp }: Page, hasCaughtUp: boolean): boolean {
  return events.length > 0 || (caughtUp && !hasCaughtUp);
}
