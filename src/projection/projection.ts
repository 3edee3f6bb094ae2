import { START } from '../ledger/ledger.js';
import { inSeconds, retrying } from '../ledger/retrying.js';
import { FactsStopped, isFinal, ProjectionLagging } from './projection-failures.js';
import { comparePositions } from '../time/ledger-position.js';
import { followInProcess, followInThread, type RunningFollower } from './follower-thread.js';
import type { FollowerOptions } from './follower.js';

export interface ProjectionOptions extends FollowerOptions {
  /** In this thread: for tests, whose sources no worker can load. It halves the rate of commands. */
  readonly inProcess?: boolean;
  /** Told when readers are to read from another file in the place of the one that they have open. */
  readonly replaced?: () => void;
  /** Told when the ledger or the projection was lost, why, and when it was found again. */
  readonly log: (message: string) => void;
}

/** What fails is mended or not: whoever does not ask for more than there is, is not kept waiting for it. */
const PATIENCE_WHILE_FAILING_MS = 300;

interface Waiting {
  readonly wanted: string;
  readonly end: () => void;
}

/** Keeps the facts file up with the ledger, and knows how far it is. One for each file. */
export class Projection {
  private position = START;
  private isReady = false;
  private readonly ready = Promise.withResolvers<true>();
  private readonly waiting = new Set<Waiting>();
  private readonly closing = new AbortController();
  private follower: RunningFollower | undefined;
  private supervised: Promise<void> | undefined;
  private ending: FactsStopped | undefined;
  /** Of the file that is read, and of one that is being made to take its place. */
  private generation: string | undefined;
  private coming: string | undefined;
  private isFailing = false;

  constructor(private readonly options: ProjectionOptions) {}

  /**
   * Resolves when `Facts` can be opened, however far they are. From then on a projection that fails is started
   * again, unless nothing can come of that, and meanwhile the facts stay where they are.
   * @throws what keeps the file from being made, or the ledger from being projected any further
   */
  async start(): Promise<void> {
    this.supervised ??= this.supervise().catch((error: unknown) => this.fail(error));
    await this.ready.promise;
  }

  /** The position that the facts have reached. */
  get reachedPosition(): string {
    return this.position;
  }

  /** Told when the ledger turned out not to hold what was acknowledged. */
  onForgotten: () => void = () => undefined;

  /** Why the facts stay where they are for good; undefined while they follow the ledger. */
  get stopped(): FactsStopped | undefined {
    return this.ending;
  }

  /** Whether the facts stay where they are, for good or until what fails is mended, such as a full disk. */
  get standsStill(): boolean {
    return this.isFailing || this.ending !== undefined;
  }

  /**
   * Resolves when the facts have reached a position.
   * @throws ProjectionLagging when they have not in time, or the projection was closed
   * @throws FactsStopped, at once, when they never will
   */
  async reach(wanted: string, timeoutMs: number): Promise<void> {
    if (this.hasReached(wanted)) return;
    if (this.ending) throw this.ending;
    this.wake();
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.waiting.delete(waiting);
        resolve();
      };
      const timer = setTimeout(
        end,
        this.isFailing ? Math.min(timeoutMs, PATIENCE_WHILE_FAILING_MS) : timeoutMs,
      );
      const waiting: Waiting = { wanted, end };
      this.waiting.add(waiting);
    });
    if (!this.hasReached(wanted)) throw this.stopped ?? new ProjectionLagging(this.position, wanted);
  }

  /** Something was appended: without this, a ledger in a file is looked at every 200 ms. */
  wake(): void {
    this.follower?.wake();
  }

  /** A reader has found that the facts cannot be what was projected. */
  rebuild(): void {
    if (this.coming === undefined) this.follower?.rebuild();
  }

  /** Ends after the transaction under way. */
  async close(): Promise<void> {
    this.closing.abort();
    for (const { end } of this.waiting) end();
    this.follower?.stop();
    await this.supervised;
    await this.follower?.ended.catch(() => undefined);
  }

  private fail(error: unknown): void {
    if (!this.isReady) {
      this.ready.reject(error);
      return;
    }
    this.ending = new FactsStopped(error);
    this.options.log(`the projection ended, and the facts stay where they are: ${String(error)}`);
    for (const { end } of this.waiting) end();
  }

  private hasReached(position: string): boolean {
    return comparePositions(this.position, position) >= 0;
  }

  /** Starts a follower again when it failed, unless nothing can come of that. */
  private async supervise(): Promise<void> {
    const { signal } = this.closing;
    for (let after: unknown; !signal.aborted;) {
      const running = await retrying(() => this.begun(), {
        signal,
        mayPass: (error) => this.isReady && !isFinal(error),
        after,
        lost: (error) => {
          this.isFailing = true;
          this.options.log(`the projection failed and is started again: ${String(error)}`);
        },
        found: (away) => {
          this.isFailing = false;
          this.options.log(`the projection goes on after ${inSeconds(away)}`);
        },
      });
      after = await running?.ended.catch((error: unknown) => error);
    }
  }

  /** A follower that has come as far as to reach a position. */
  private async begun(): Promise<RunningFollower> {
    const follow = this.options.inProcess ? followInProcess : followInThread;
    const reached = Promise.withResolvers<undefined>();
    this.follower = follow(this.options, {
      opened: (generation) => this.opened(generation),
      forgotten: () => this.forgotten(),
      reached: (position) => {
        this.reached(position);
        reached.resolve(undefined);
      },
      log: this.options.log,
    });
    await Promise.race([reached.promise, this.follower.ended]);
    return this.follower;
  }

  private opened(generation: string): void {
    this.coming = this.generation === undefined || this.generation === generation ? undefined : generation;
    this.generation ??= generation;
  }

  private forgotten(): void {
    this.position = START;
    this.onForgotten();
  }

  private reached(position: string): void {
    if (this.coming !== undefined) {
      // Until the new file holds all that readers have been promised, the one before serves them.
      if (comparePositions(position, this.position) < 0) return;
      [this.generation, this.coming] = [this.coming, undefined];
      this.options.replaced?.();
    }
    this.position = position;
    for (const { wanted, end } of this.waiting) if (this.hasReached(wanted)) end();
    this.isReady = true;
    this.ready.resolve(true);
  }
}
