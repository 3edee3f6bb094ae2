import { setTimeout as delay } from 'node:timers/promises';
import { START } from '../ledger/ledger.js';
import { comparePositions } from '../time/ledger-position.js';
import type { FollowerOptions, FollowerListener } from './follower.js';
import { runInProcess, runInWorker, type Runner } from './runner.js';

export interface ProjectionOptions extends FollowerOptions {
  /** In this thread: for tests, whose sources no worker can load. It halves the rate of commands. */
  readonly inProcess?: boolean;
  /** Told when the ledger is away, and when the projection failed and is started again. */
  readonly log: (message: string) => void;
}

interface Waiting {
  readonly wanted: string;
  readonly end: () => void;
}

const LONGEST_WAIT_MS = 30_000;

/** Keeps the facts file up with the ledger, and knows how far it is. One for each file. */
export class Projection {
  private position = START;
  private failures = 0;
  private isReady = false;
  private readonly ready = Promise.withResolvers<true>();
  private readonly waiting = new Set<Waiting>();
  private readonly closing = new AbortController();
  private runner: Runner | undefined;
  private supervised: Promise<void> | undefined;

  constructor(private readonly options: ProjectionOptions) {}

  /**
   * Resolves when `Facts` can be opened, however far they are. From then on a projection that fails is started
   * again, less and less often, and meanwhile the facts stay where they are.
   * @throws what keeps the file from being made
   */
  async start(): Promise<void> {
    this.supervised ??= this.supervise();
    await this.ready.promise;
  }

  /**
   * Resolves when the facts have reached a position.
   * @throws ProjectionLagging when they have not in time, or the projection was closed
   */
  async reach(wanted: string, timeoutMs: number): Promise<void> {
    if (this.hasReached(wanted)) return;
    this.wake();
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.waiting.delete(waiting);
        resolve();
      };
      const timer = setTimeout(end, timeoutMs);
      const waiting: Waiting = { wanted, end };
      this.waiting.add(waiting);
    });
    if (!this.hasReached(wanted)) throw new ProjectionLagging(this.position, wanted);
  }

  /** Something was appended: without this, a ledger in a file is looked at every 200 ms. */
  wake(): void {
    this.runner?.wake();
  }

  /** Ends after the transaction under way. */
  async close(): Promise<void> {
    this.closing.abort();
    for (const { end } of this.waiting) end();
    this.runner?.stop();
    await this.supervised;
  }

  private hasReached(position: string): boolean {
    return comparePositions(this.position, position) >= 0;
  }

  private async supervise(): Promise<void> {
    const run = this.options.inProcess ? runInProcess : runInWorker;
    const listener: FollowerListener = {
      reached: (position) => this.reached(position),
      trouble: this.options.log,
    };
    while (!this.closing.signal.aborted) {
      try {
        this.runner = run(this.options, listener);
        await this.runner.ended;
      } catch (error) {
        if (!this.isReady) {
          this.ready.reject(error);
          return;
        }
        this.options.log(`the projection failed and is started again: ${String(error)}`);
        await this.pause();
      }
    }
  }

  private async pause(): Promise<void> {
    const wait = Math.min(500 * 2 ** this.failures++, LONGEST_WAIT_MS);
    // It rejects only when the projection is closed, which the loop asks for itself.
    await delay(wait, undefined, { signal: this.closing.signal }).catch(() => undefined);
  }

  private reached(position: string): void {
    // A projection that fails time after time at one event reports where it stands each time.
    if (position !== this.position) this.failures = 0;
    this.position = position;
    for (const { wanted, end } of this.waiting) if (this.hasReached(wanted)) end();
    this.isReady = true;
    this.ready.resolve(true);
  }
}

/** The facts have not reached a position in time. Asking again later helps. */
export class ProjectionLagging extends Error {
  constructor(
    readonly reached: string,
    readonly wanted: string,
  ) {
    super(`the facts have reached position ${reached}, not yet ${wanted}`);
    this.name = 'ProjectionLagging';
  }
}
