import type { Database } from 'better-sqlite3';
import { LedgerUnavailable, START, type Ledger, type LedgerEvent } from '../ledger/ledger.js';
import { openLedger } from '../ledger/open-ledger.js';
import { retrying } from '../ledger/retrying.js';
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

/** Projects a ledger into a facts file, from where the file stands to wherever the ledger goes. */
export class Follower {
  private readonly stopped = new AbortController();
  private ledger: Ledger | undefined;
  private cutShort: (() => void) | undefined;

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
      while (!this.stopped.signal.aborted) await this.untilLost(projector);
    } finally {
      db.close();
    }
  }

  private opened(): Database {
    const { file } = this.options;
    try {
      return openFactsFile(file, this.log);
    } catch (error) {
      throw new Error(`The facts file ${file} cannot be opened: ${messageOf(error)}`, { cause: error });
    }
  }

  /** Somebody waits for what was just appended, which another connection would notice later. */
  wake(): void {
    this.ledger?.wake();
    this.cutShort?.();
  }

  /** Ends `run` after the transaction under way. */
  stop(): void {
    this.stopped.abort();
    this.cutShort?.();
  }

  private async untilLost(projector: Projector): Promise<void> {
    const ledger = await retrying(() => openLedger(this.options.ledgerUrl, { log: this.log }), {
      signal: this.stopped.signal,
      mayPass: (error) => error instanceof LedgerUnavailable,
      // Until it can be asked whether it is still the same, what was projected is what there is to read.
      lost: (error) => {
        this.listener.reached(projector.checkpoint().position);
        this.log(messageOf(error));
      },
      found: (away) => this.log(`the ledger is there again after ${(away / 1000).toFixed(1)} s`),
    });
    if (!ledger) return;
    this.ledger = ledger;
    try {
      await this.follow(ledger, projector);
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      this.log(error.message);
      await this.pause(BREATH_MS);
    } finally {
      await ledger.close();
      this.ledger = undefined;
    }
  }

  private readonly log = (message: string): void => this.listener.trouble(message);

  private async follow(ledger: Ledger, projector: Projector): Promise<void> {
    if (!(await holds(ledger, projector.checkpoint()))) projector.clear();
    this.listener.reached(projector.checkpoint().position);
    let batch: LedgerEvent[] = [];
    for await (const page of ledger.subscribe(projector.checkpoint().position, this.stopped.signal)) {
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
      this.cutShort = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.cutShort = undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a ledger holds what was projected: another one, or one restored from an old copy, does not. */
async function holds(ledger: Ledger, { position, previous, event }: Checkpoint): Promise<boolean> {
  if (position === START) return true;
  const { events } = await ledger.readAll(previous, 1);
  return events[0]?.id === event && events[0].position === position;
}
