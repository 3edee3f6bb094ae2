import { setTimeout as delay } from 'node:timers/promises';
import type { LedgerEvent, Page } from '../ledger/ledger.js';
import { weightOf } from '../ledger/weight.js';
import type { Projector } from './projector.js';

const BATCH = 2_000;
/** Characters of JSON, about: what is projected at once is held in memory, several times over. */
const CHARACTERS = 8_000_000;
/** A page of more events than this says that many writers are at it: then larger batches cost less. */
const LARGE_PAGE = 50;
const DELAY_MS = 20;

/** Pages of the ledger, projected many events at a time while there are many. */
export class Batches {
  private events: LedgerEvent[] = [];
  private characters = 0;
  private delaying = new AbortController();

  /** @param committed is told the position reached, after every commit */
  constructor(
    private readonly projector: Projector,
    private readonly committed: (position: string) => void,
  ) {}

  /** @throws UnknownEventType or DamagedEvent, once all before the event that cannot be read is projected */
  async take({ events, caughtUp }: Page): Promise<void> {
    this.events.push(...events);
    this.characters += events.reduce((sum, event) => sum + weightOf(event.data), 0);
    if (this.events.length < BATCH && this.characters < CHARACTERS && !caughtUp) return;
    this.commit();
    if (caughtUp && events.length > LARGE_PAGE) await this.delay();
  }

  /** Projects what is at hand, however little. */
  commit(): void {
    const batch = this.events;
    this.events = [];
    this.characters = 0;
    try {
      this.projector.take(batch);
    } finally {
      // Also where it ends before an event that cannot be read.
      this.committed(this.projector.checkpoint().position);
    }
  }

  /** Somebody cannot wait for a larger batch. */
  endDelay(): void {
    this.delaying.abort();
  }

  private async delay(): Promise<void> {
    this.delaying = new AbortController();
    // It rejects only when it is ended early.
    await delay(DELAY_MS, undefined, { signal: this.delaying.signal }).catch(() => undefined);
  }
}
