import { passes } from '../filter.js';
import { comparePositions, START, type Filter, type LedgerEvent, type Page } from '../ledger.js';
import { sizeOf } from './events.js';

const EVENTS_KEPT = 1_024;
const CHARACTERS_KEPT = 8_000_000;

/**
 * The newest events, for all readers near the end, and the place where they wait for more. One subscription
 * feeds it, so that a thousand readers cost the server and the connection no more than one. A reader keeps
 * no more than a position: whoever falls behind what is kept reads on from the server.
 */
export class Tail {
  private kept: { readonly event: LedgerEvent; readonly size: number }[] = [];
  private size = 0;
  private isWaking = false;
  private readonly waiting = new Set<() => void>();

  /** Everything after it is kept, up to `head`; unknown until the server was first reached. */
  private floor: string | undefined;
  private newest = START;

  get head(): string {
    return this.newest;
  }

  get hasBegun(): boolean {
    return this.floor !== undefined;
  }

  begin(position: string): void {
    this.floor = position;
    this.newest = position;
    this.wakeSoon();
  }

  push(event: LedgerEvent): void {
    const size = sizeOf(event);
    this.kept.push({ event, size });
    this.newest = event.position;
    this.size += size;
    while (this.kept.length > EVENTS_KEPT || this.size > CHARACTERS_KEPT) this.forgetOldest();
    this.wakeSoon();
  }

  /** Undefined for a reader behind what is kept. */
  pageAfter(position: string, filter?: Filter): Page | undefined {
    if (this.floor === undefined || comparePositions(position, this.floor) < 0) return undefined;
    const from = this.kept.findLastIndex(({ event }) => comparePositions(event.position, position) <= 0) + 1;
    const events = this.kept.slice(from).map(({ event }) => event);
    return {
      events: events.filter((event) => passes(event, filter)),
      position: events.at(-1)?.position ?? position,
      caughtUp: true,
    };
  }

  /** Resolves when there is something after the position, or the signal aborts. */
  async moved(position: string, signal: AbortSignal): Promise<void> {
    if (comparePositions(this.newest, position) > 0 || signal.aborted) return;
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

  private forgetOldest(): void {
    const oldest = this.kept.shift();
    this.size -= oldest?.size ?? 0;
    this.floor = oldest?.event.position ?? this.floor;
  }

  /** Once for all the events that arrive together. */
  private wakeSoon(): void {
    if (this.isWaking) return;
    this.isWaking = true;
    setImmediate(() => {
      this.isWaking = false;
      for (const wake of [...this.waiting]) wake();
    });
  }
}
