import { setImmediate } from 'node:timers/promises';
import { START, type Filter, type Ledger, type Page } from '../../ledger/ledger.js';
import type { Selects } from './selects.js';

/** What to read of the ledger's history. */
export interface Stretch {
  readonly after: string;
  readonly filter: Filter;
  /** Events a page. */
  readonly size?: number;
}

/** History after a position as pages, up to what is the end by then. */
export async function* history(
  ledger: Ledger,
  { after, filter, size = 500 }: Stretch,
  signal: AbortSignal,
): AsyncIterable<Page> {
  let position = after;
  while (!signal.aborted) {
    const page = await ledger.readAll(position, size, filter);
    yield page;
    if (page.caughtUp) return;
    position = page.position;
    // Where the reader is fast, or nothing is selected, pages come and go without a round of the event loop.
    await setImmediate();
  }
}

/** @param note is told how many events of a page were selected */
export async function* selected(
  pages: AsyncIterable<Page>,
  selects: Selects,
  note: (count: number) => void,
): AsyncIterable<Page> {
  for await (const page of pages) {
    const events = page.events.filter(selects);
    note(events.length);
    yield { ...page, events };
  }
}

/** The pages of a source as one: reads on until it holds so many events, or the source ends. */
export async function filled(pages: AsyncIterable<Page>, limit: number): Promise<Page> {
  let whole: Page = { events: [], position: START, caughtUp: false };
  for await (const page of pages) {
    whole = { ...page, events: [...whole.events, ...page.events] };
    if (whole.events.length >= limit) break;
  }
  const last = whole.events[limit - 1];
  if (!last || whole.events.length === limit) return whole;
  return { events: whole.events.slice(0, limit), position: last.position, caughtUp: false };
}
