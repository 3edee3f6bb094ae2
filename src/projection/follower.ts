import type { Database } from 'better-sqlite3';
import { LedgerUnavailable, START, type Ledger, type LedgerEvent } from '../ledger/ledger.js';
import { openLedger } from '../ledger/open-ledger.js';
import { SqliteLedger } from '../ledger/sqlite/sqlite-ledger.js';
import { openFactsFile } from './facts-schema.js';
import { Projector, type Checkpoint } from './projector.js';

export interface FollowerOptions {
  /** Of the facts; created where there is none. */
  readonly file: string;
  readonly ledgerUrl: string;
}

/** What is told of the following, in this thread or to another. */
export interface FollowerListener {
  /** A position was reached: once at the beginning, then after every commit. */
  reached(position: string): void;
  /** The ledger was lost, and is looked for again. */
  trouble(message: string): void;
}

const BATCH = 2_000;
/** A page of more events than this says that many writers are at it: then larger batches cost less. */
const BUSY = 50;
const BREATH_MS = 20;
const LONGEST_WAIT_MS = 10_000;

/** Projects a ledger into a facts file, from where the file stands to wherever the ledger goes. */
export class Follower {
  private readonly stopped = new AbortController();
  private ledger: Ledger | undefined;
  private failures = 0;
  private hurry: (() => void) | undefined;

  constructor(
    private readonly options: FollowerOptions,
    private readonly listener: FollowerListener,
  ) {}

  /**
   * Runs until `stop`. A ledger that is away is waited for.
   * @throws whatever else goes wrong, such as UnknownEventType
   */
  async run(): Promise<void> {
    const db = this.opened();
    try {
      const projector = new Projector(db);
      this.listener.reached(projector.checkpoint().position);
      while (!this.stopped.signal.aborted) await this.untilLost(projector);
    } finally {
      db.close();
    }
  }

  private opened(): Database {
    const { file } = this.options;
    try {
      return openFactsFile(file, (message) => this.listener.trouble(message));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The facts file ${file} cannot be opened: ${reason}`, { cause: error });
    }
  }

  /** Somebody waits for what was just appended, which another connection would notice later. */
  wake(): void {
    if (this.ledger instanceof SqliteLedger) this.ledger.wake();
    this.hurry?.();
  }

  /** Ends `run` after the transaction under way. */
  stop(): void {
    this.stopped.abort();
    this.hurry?.();
  }

  private async untilLost(projector: Projector): Promise<void> {
    try {
      this.ledger = await openLedger(this.options.ledgerUrl);
      await this.follow(this.ledger, projector);
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      this.listener.trouble(error.message);
      await this.pause(Math.min(100 * 2 ** this.failures++, LONGEST_WAIT_MS));
    } finally {
      await this.ledger?.close();
      this.ledger = undefined;
    }
  }

  private async follow(ledger: Ledger, projector: Projector): Promise<void> {
    if (!(await holds(ledger, projector.checkpoint()))) {
      projector.clear();
      this.listener.reached(START);
    }
    let batch: LedgerEvent[] = [];
    for await (const page of ledger.subscribe(projector.checkpoint().position, this.stopped.signal)) {
      this.failures = 0;
      batch.push(...page.events);
      if (batch.length === 0 || (batch.length < BATCH && !page.caughtUp)) continue;
      this.listener.reached(projector.take(batch));
      batch = [];
      if (page.caughtUp && page.events.length > BUSY) await this.pause(BREATH_MS);
    }
  }

  /** Ends early when somebody cannot wait. */
  private async pause(milliseconds: number): Promise<void> {
    if (this.stopped.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.hurry = undefined;
  }
}

/** Whether a ledger holds what was projected: another one, or one restored from an old copy, does not. */
async function holds(ledger: Ledger, { position, previous, event }: Checkpoint): Promise<boolean> {
  if (position === START) return true;
  const { events } = await ledger.readAll(previous, 1);
  return events[0]?.id === event && events[0].position === position;
}
