import { passes } from '../filter.js';
import type { Filter, Page } from '../ledger.js';
import type { Written } from './sqlite-events.js';

const EVENTS_KEPT = 1_024;
const CHARACTERS_KEPT = 8_000_000;

/**
 * The newest events as parsed objects, for all readers near the end, and the place where they wait for more.
 * A reader keeps no more than a position: whoever falls behind what is kept reads on from the file.
 */
export class LiveTail {
  private kept: Written[] = [];
  private characters = 0;
  /** Every event after this position, up to the head, is kept. */
  private floor: number;
  private doubted = false;
  private readonly waiting = new Set<() => void>();

  constructor(private head: number) {
    this.floor = head;
  }

  push(written: readonly Written[]): void {
    const [first] = written;
    if (!first) return;
    if (first.position !== this.head + 1) this.restartAt(first.position - 1);
    this.kept = [...this.kept, ...written];
    this.head = written.at(-1)?.position ?? this.head;
    this.characters += written.reduce((sum, { characters }) => sum + characters, 0);
    this.trim();
    this.wake();
  }

  /** Another process may have written, so that the head is not known until `resolveDoubt`. */
  doubt(): void {
    this.doubted = true;
    this.wake();
  }

  resolveDoubt(head: () => number): void {
    if (!this.doubted) return;
    const actual = head();
    this.doubted = false;
    if (actual > this.head) this.restartAt(actual);
  }

  /** Undefined for a reader behind what is kept, or ahead of it because it has read another process's events. */
  pageAfter(position: number, filter?: Filter): Page | undefined {
    if (position < this.floor || position > this.head) return undefined;
    const from = this.kept.findLastIndex((kept) => kept.position <= position) + 1;
    const events = this.kept.slice(from).map(({ event }) => event);
    return {
      events: filter ? events.filter((event) => passes(event, filter)) : events,
      position: String(this.head),
      caughtUp: true,
    };
  }

  /** Resolves when there may be something after the position, or the signal aborts, or somebody calls `wake`. */
  async moved(position: number, signal: AbortSignal): Promise<void> {
    if (this.head > position || this.doubted || signal.aborted) return;
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
    for (const wake of this.waiting) wake();
  }

  private restartAt(head: number): void {
    this.kept = [];
    this.characters = 0;
    this.floor = head;
    this.head = head;
  }

  private trim(): void {
    let excess = 0;
    while (this.kept.length - excess > EVENTS_KEPT || this.characters > CHARACTERS_KEPT) {
      const oldest = this.kept[excess++];
      this.characters -= oldest?.characters ?? 0;
      this.floor = oldest?.position ?? this.floor;
    }
    this.kept.splice(0, excess);
  }
}
