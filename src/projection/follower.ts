import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Ledger, Page } from '../ledger/ledger.js';
import { openLedger } from '../ledger/open-ledger.js';
import { inSeconds, mayBeBack, retrying } from '../ledger/retrying.js';
import { Batches } from './batches.js';
import { drop, isDamage, openFactsFile } from './facts-schema.js';
import { FactsDamaged, FactsLost } from './projection-failures.js';
import { Projector } from './projector.js';
import { adopt } from './source.js';

export interface FollowerOptions {
  /** Of the facts; created where there is none. */
  readonly file: string;
  readonly ledgerUrl: string;
  /** Whether a ledger that was exchanged in its place is gone on with. */
  readonly acceptsLedgerChange?: boolean;
}

/** What is told of the following, in this thread or to another. */
export interface FollowerListener {
  /** The facts file was opened: its generation, which another file in its place does not share. */
  opened(generation: string): void;
  /** The ledger does not hold what was projected of it: all of it is projected anew. */
  forgotten(): void;
  /** A position was reached: first when the ledger has been seen, or is away, then after every commit. */
  reached(position: string): void;
  /** For the log: that the ledger was lost and why, and when it was found again. */
  log(message: string): void;
}

/** How long the file may be gone before that is noticed. */
const LOOK_EVERY_MS = 500;

/** A ledger that was found, and what it holds after the checkpoint. */
interface Subscription {
  readonly ledger: Ledger;
  readonly pages: AsyncIterator<Page>;
  readonly batches: Batches;
}

/** Projects a ledger into a facts file, from where the file stands to wherever the ledger goes. */
export class Follower {
  private readonly stopped = new AbortController();
  private subscription: Subscription | undefined;
  /** What ends the run, where it is not for the ledger's sake. */
  private failure: Error | undefined;

  constructor(
    private readonly options: FollowerOptions,
    private readonly listener: FollowerListener,
  ) {}

  /**
   * Runs until `stop`. A ledger that is away is waited for.
   * @throws whatever else goes wrong, such as LedgerUnusable, LedgerChanged and UnknownEventType
   */
  async run(): Promise<void> {
    const { file } = this.options;
    const db = this.openFacts();
    const opened = statSync(file).ino;
    const watch = setInterval(() => {
      if (statSync(file, { throwIfNoEntry: false })?.ino !== opened) this.fail(new FactsLost(file));
    }, LOOK_EVERY_MS).unref();
    try {
      const projector = new Projector(db);
      this.listener.opened(projector.source.generation());
      for (let after: unknown; !this.stopped.signal.aborted;) after = await this.untilLost(projector, after);
      if (this.failure) throw this.failure;
    } catch (error) {
      // Whoever starts again would find the same. Those who read it read on until there is another.
      if (isDamage(error) || error instanceof FactsDamaged) drop(file);
      throw error;
    } finally {
      clearInterval(watch);
      db.close();
    }
  }

  /** The facts cannot be what was projected: `run` fails, and the next one makes a new file. */
  rebuild(reason: string): void {
    this.fail(new FactsDamaged(reason));
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.stop();
  }

  /** Somebody waits for what was just appended, which another connection would notice later. */
  wake(): void {
    this.subscription?.ledger.wake();
    this.subscription?.batches.endDelay();
  }

  /** Ends `run` after the transaction under way. */
  stop(): void {
    this.stopped.abort();
    this.subscription?.batches.endDelay();
  }

  private openFacts(): Database {
    const { file } = this.options;
    try {
      return openFactsFile(file, (message) => this.listener.log(message));
    } catch (error) {
      throw new Error(`The facts file ${file} cannot be opened: ${messageOf(error)}`, { cause: error });
    }
  }

  /**
   * @param after what the ledger was lost by before
   * @returns what it was lost by now
   */
  private async untilLost(projector: Projector, after: unknown): Promise<unknown> {
    this.subscription = await retrying(() => this.subscribe(projector), {
      signal: this.stopped.signal,
      mayPass: mayBeBack,
      after,
      lost: (error) => {
        this.listener.log(`the ledger was lost: ${messageOf(error)}`);
        // Until it can be asked whether it is still the same, what was projected is what there is to read.
        this.listener.reached(projector.checkpoint().position);
      },
      found: (away) => this.listener.log(`the ledger was found again after ${inSeconds(away)}`),
    });
    try {
      return this.subscription && (await follow(this.subscription));
    } finally {
      await this.subscription?.ledger.close();
      this.subscription = undefined;
    }
  }

  /** Opens the ledger and takes its next page: one that can be opened and not be read is away as well. */
  private async subscribe(projector: Projector): Promise<Subscription> {
    const log = (message: string) => this.listener.log(message);
    // A file that is gone is not made anew here: that would be another ledger.
    const ledger = await openLedger(this.options.ledgerUrl, { log, create: false });
    try {
      const accepts = this.options.acceptsLedgerChange ?? false;
      const forgotten = () => this.listener.forgotten();
      await adopt({ ledger, projector, source: projector.source, accepts, log, forgotten });
      const batches = new Batches(projector, (position) => this.listener.reached(position));
      const { position } = projector.checkpoint();
      const pages = ledger.subscribe(position, this.stopped.signal)[Symbol.asyncIterator]();
      const first = await pages.next();
      if (!first.done) await batches.take(first.value);
      return { ledger, pages, batches };
    } catch (error) {
      await ledger.close();
      throw error;
    }
  }
}

/** @returns what the ledger was lost by; undefined when the following was stopped */
async function follow({ pages, batches }: Subscription): Promise<unknown> {
  try {
    for (let next = await pages.next(); !next.done; next = await pages.next()) await batches.take(next.value);
    return undefined;
  } catch (error) {
    if (!mayBeBack(error)) throw error;
    // What came before it was lost is not asked for again: what cannot be read is then the first that is asked for.
    batches.commit();
    return error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
