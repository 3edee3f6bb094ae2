import { passes } from '../filter.js';
import type { Filter, LedgerEvent, Page } from '../ledger.js';
import { positionOf, sizeOf, toLedgerEvent, type RecordedEvent } from './events.js';

const BYTES_PER_PAGE = 8_000_000;

/** A page of what was found in the log after a position, which moves on over what does not pass. */
export class PageBuilder {
  private readonly events: LedgerEvent[] = [];
  private position: string;
  private size = 0;

  constructor(
    private readonly after: string,
    private readonly limit: number,
    private readonly filter?: Filter,
  ) {
    this.position = after;
  }

  get isFull(): boolean {
    return this.events.length === this.limit || this.size >= BYTES_PER_PAGE;
  }

  /** Whether this is not the event at the position itself, which was handed out before. */
  isNew(recorded: RecordedEvent): boolean {
    return positionOf(recorded) !== this.after;
  }

  add(recorded: RecordedEvent): void {
    this.position = positionOf(recorded);
    const event = toLedgerEvent(recorded);
    if (!event || !passes(event, this.filter)) return;
    this.events.push(event);
    this.size += sizeOf(event);
  }

  done(caughtUp: boolean): Page {
    return { events: this.events, position: this.position, caughtUp };
  }
}
