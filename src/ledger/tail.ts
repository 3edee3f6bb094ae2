import { passes } from './filter.js';
import { comparePositions, START, type Filter, type LedgerEvent, type Page } from './ledger.js';

const EVENTS_KEPT = 1_024;
const BYTES_KEPT = 8_000_000;

/** An event, and what it takes of memory, roughly: the bytes of its data as JSON. */
export interface Weighed {
  readonly event: LedgerEvent;
  readonly bytes: number;
}

/**
 * The newest events as parsed objects, for all readers near the end, and the place where they wait for more. A
 * reader keeps no more than a position: whoever falls behind what is kept reads on from history.
 */
export class Tail {
  private kept: Weighed[] = [];
  private bytes = 0;
  private isDoubted = false;
  private isWaking = false;
  private readonly waiting = new Set<() => void>();
  /** Every event after it, up to the head, is kept; undefined until the engine was first reached. */
  private floor: string | undefined;
  private newest = START;

  /** The last position that it knows of. */
  get head(): string {
    return this.newest;
  }

  get hasBegun(): boolean {
    return this.floor !== undefined;
  }

  /** Begins, or begins anew, after a position: what lies before it is history. */
  begin(position: string): void {
    this.kept = [];
    this.bytes = 0;
    this.floor = position;
    this.newest = position;
    this.wakeSoon();
  }

  /** How often what readers have seen turned out to be gone. */
  breaks = 0;

  /** What was read last is gone: whoever has seen it has to look where it stands. Begins anew after a position. */
  breakOff(position: string): void {
    this.breaks += 1;
    this.begin(position);
  }

  /** @param after the position that they follow on: where it is not the head, what lies between is history */
  push(events: readonly Weighed[], after = this.newest): void {
    const last = events.at(-1);
    if (!last) return;
    if (after !== this.newest) this.begin(after);
    this.kept.push(...events);
    this.newest = last.event.position;
    this.bytes += events.reduce((sum, { bytes }) => sum + bytes, 0);
    this.trim();
    this.wakeSoon();
  }

  /** Another connection may have written, so that the head is not known until `resolveDoubt`. */
  doubt(): void {
    this.isDoubted = true;
    this.wakeSoon();
  }

  resolveDoubt(head: () => string): void {
    if (!this.isDoubted) return;
    const actual = head();
    this.isDoubted = false;
    if (comparePositions(actual, this.newest) > 0) this.begin(actual);
  }

  /** Undefined for a reader behind what is kept. One who has read further than it may stay where it is. */
  pageAfter(position: string, filter?: Filter): Page | undefined {
    if (this.floor === undefined || comparePositions(position, this.floor) < 0) return undefined;
    const from = this.kept.findLastIndex(({ event }) => comparePositions(event.position, position) <= 0) + 1;
    const events = this.kept.slice(from).map(({ event }) => event);
    const isAhead = comparePositions(position, this.newest) > 0;
    return {
      events: filter ? events.filter((event) => passes(event, filter)) : events,
      position: isAhead ? position : this.newest,
      caughtUp: true,
    };
  }

  /** Resolves when there may be something after the position, the signal aborts, or somebody calls `wake`. */
  async moved(position: string, signal: AbortSignal): Promise<void> {
    if (this.isDoubted || signal.aborted || comparePositions(this.newest, position) > 0) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  wake(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Once for all the events that arrive together. */
  private wakeSoon(): void {
    if (this.isWaking) return;
    this.isWaking = true;
    setImmediate(() => {
      this.isWaking = false;
      this.wake();
    });
  }

  private trim(): void {
    let excess = 0;
    while (this.kept.length - excess > EVENTS_KEPT || this.bytes > BYTES_KEPT) {
      const oldest = this.kept[excess++];
      this.bytes -= oldest?.bytes ?? 0;
      this.floor = oldest?.event.position ?? this.floor;
    }
    if (excess > 0) this.kept.splice(0, excess);
  }
}
