import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import PQueue from 'p-queue';
import { isPosition } from '../../time/ledger-position.js';
import { FileWatch } from './file-watch.js';
import { GroupWriter } from './group-writer.js';
import {
  Ledger,
  LedgerUnavailable,
  NotAPosition,
  type Filter,
  type LedgerEvent,
  type LedgerIdentity,
  type NewEvent,
  type Page,
} from '../ledger.js';
import { Tail } from '../tail.js';
import { RecordingClock, type Clock } from '../recording-clock.js';
import { SqliteEvents, type Written } from './sqlite-events.js';
import { SameFile } from './same-file.js';
import { beginEpoch, guarded, identityIn, openLedgerFile } from './sqlite-file.js';

/** Some 2 ms of reading and parsing, during which nothing else happens in the process. */
const HISTORY_PAGE = 500;

export interface SqliteLedgerOptions {
  /** Created, with its folder, where there is none. */
  readonly file: string;
  /** Opens an existing ledger that another connection writes; `append` is refused. */
  readonly readonly?: boolean;
  /** Whether one that is not there is created; by default, unless it is only read. */
  readonly create?: boolean;
  readonly clock?: Clock;
}

/** @throws LedgerUnavailable when the file cannot be opened; LedgerUnusable when it is no ledger, or of a newer schema */
export function openSqliteLedger({ file, clock = Date.now, ...options }: SqliteLedgerOptions): SqliteLedger {
  const db = openLedgerFile(file, options);
  try {
    return guarded(`Cannot open the ledger ${file}`, () => new SqliteLedger(db, new RecordingClock(clock)));
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The ledger in one SQLite file, read by any number of processes and best written by one. */
export class SqliteLedger extends Ledger {
  readonly description: string;
  readonly tellsRestores = true;
  private readonly sameFile: SameFile;
  private readonly events: SqliteEvents;
  private readonly writer: GroupWriter;
  private readonly tail = new Tail();
  private readonly watch: FileWatch;
  /**
   * One page of history per round of the event loop, however many read: a hundred who each read a page whenever they
   * may would otherwise read a hundred pages before anybody else gets a word in.
   */
  private readonly historyReads = new PQueue({ concurrency: 1 });

  constructor(
    private readonly db: Database,
    clock: RecordingClock,
  ) {
    super();
    this.description = `sqlite:${db.name}`;
    this.events = new SqliteEvents(db);
    this.tail.begin(String(this.events.head()));
    this.sameFile = new SameFile(db.name);
    this.writer = new GroupWriter({
      db,
      events: this.events,
      clock,
      requireFile: () => this.sameFile.require(),
      committed: (written) => this.committed(written),
    });
    this.watch = new FileWatch(db, () => this.tail.doubt(), this.sameFile);
  }

  override async append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Promise<readonly LedgerEvent[]> {
    this.requireOpen();
    return this.writer.append(stream, expectedRevision, events);
  }

  override read(stream: string, fromRevision = 0): Promise<readonly LedgerEvent[]> {
    return this.reading(() => this.events.stream(stream, fromRevision));
  }

  override readAll(after: string, limit: number, filter?: Filter): Promise<Page> {
    return this.reading(() => this.events.page(positionOf(after), limit, filter));
  }

  override async *subscribe(after: string, signal: AbortSignal, filter?: Filter): AsyncGenerator<Page> {
    let position = positionOf(after);
    let hasCaughtUp = false;
    this.watch.join();
    try {
      while (!signal.aborted && this.db.open) {
        const page = this.nextPage(position, filter);
        position = positionOf(page.position);
        if (page.events.length > 0 || (page.caughtUp && !hasCaughtUp)) yield page;
        hasCaughtUp ||= page.caughtUp;
        await (page.caughtUp
          ? this.tail.moved(String(position), signal)
          : this.historyReads.add(() => setImmediate()));
      }
    } finally {
      this.watch.leave();
    }
  }

  override head(): Promise<string> {
    return this.reading(() => {
      this.sameFile.require();
      return String(this.events.head());
    });
  }

  override identity(): Promise<LedgerIdentity> {
    return this.reading(() => identityIn(this.db));
  }

  override async epoch(): Promise<string> {
    return (await this.identity()).epoch;
  }

  override beginEpoch(): Promise<void> {
    return this.reading(() => beginEpoch(this.db));
  }

  /** The file is looked at every 200 ms otherwise. */
  override wake(): void {
    this.tail.doubt();
  }

  override close(): Promise<void> {
    this.writer.drain();
    this.watch.stop();
    this.db.close();
    this.tail.wake();
    return Promise.resolve();
  }

  private committed(written: readonly Written[]): void {
    const [first] = written;
    if (first) this.tail.push(written, String(first.position - 1));
  }

  private nextPage(position: number, filter: Filter | undefined): Page {
    return this.readNow(() => {
      if (this.watch.isGone) this.sameFile.require();
      this.tail.resolveDoubt(() => String(this.events.head()));
      return (
        this.tail.pageAfter(String(position), filter) ?? this.events.page(position, HISTORY_PAGE, filter)
      );
    });
  }

  private reading<T>(read: () => T): Promise<T> {
    return new Promise((resolve) => resolve(this.readNow(read)));
  }

  private readNow<T>(read: () => T): T {
    this.requireOpen();
    return guarded('The ledger could not be read', read);
  }

  private requireOpen(): void {
    if (!this.db.open) throw new LedgerUnavailable('The ledger is closed');
  }
}

function positionOf(text: string): number {
  if (!isPosition(text)) throw new NotAPosition(text);
  return Number(text);
}
