import { Injectable } from '@nestjs/common';
import { comparePositions, Ledger, START, type Page } from '../../ledger/ledger.js';
import { Metrics } from '../metrics.js';
import type { EventQuery } from './event-query.js';
import { filled, history, selected } from './event-pages.js';
import type { Selection } from './selection.js';
import { everything } from './selects.js';

/** The events of the ledger that a reader has selected, counted as they are handed out. */
@Injectable()
export class Feed {
  constructor(
    private readonly ledger: Ledger,
    private readonly metrics: Metrics,
  ) {}

  async has(stream: string): Promise<boolean> {
    return (await this.ledger.read(stream)).length > 0;
  }

  /**
   * The epoch of the ledger, and its end for a reader who stands where it does not go, or who has seen what is gone.
   */
  async standing(of: Pick<EventQuery, 'after' | 'epoch'>): Promise<{ epoch: string; end?: string }> {
    const [head, epoch] = [await this.ledger.head(), await this.ledger.epoch()];
    const isOther = of.after !== START && of.epoch !== undefined && of.epoch !== epoch;
    return { epoch, ...((isOther || comparePositions(of.after, head) > 0) && { end: head }) };
  }

  /** History, then what is recorded from now on. */
  live(after: string, { filter, selects }: Selection, signal: AbortSignal): AsyncIterable<Page> {
    return selected(this.ledger.subscribe(after, signal, filter), selects, this.count);
  }

  history(after: string, { filter, selects }: Selection, signal: AbortSignal): AsyncIterable<Page> {
    return selected(history(this.ledger, { after, filter }, signal), selects, this.count);
  }

  /** One page of history with at most so many events. */
  async page(after: string, limit: number, selection: Selection, signal: AbortSignal): Promise<Page> {
    const { filter, selects } = selection;
    // Where few of many are selected, small pages would be many.
    const stretch = { after, filter, ...(selects === everything && { size: limit }) };
    const pages = selected(history(this.ledger, stretch, signal), selects, () => undefined);
    const page = await filled(pages, limit);
    this.count(page.events.length);
    return page;
  }

  private readonly count = (events: number): void => this.metrics.delivered(events);
}
