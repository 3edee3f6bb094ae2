import { setImmediate } from 'node:timers/promises';
import { START, type Filter, type Ledger, type LedgerEvent, type Page } from '../../ledger/ledger.js';
import { untilUnreadable } from '../../ledger/until-unreadable.js';
import { readableEvent } from './readable-event.js';
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

/**
 * @param note is told how many events of a page were selected
 * @throws UnknownEventType or DamagedEvent, once all before the event that cannot be read was handed out
 */
export async function* selected(
  pages: AsyncIterable<Page>,
  selects: Selects,
  note: (count: number) => void,
): AsyncIterable<Page> {
  for await (const page of pages) {
    const { readable, obstacle } = untilUnreadable(page.events, readableEvent);
    const events = readable.filter(selects);
    note(events.length);
    if (!obstacle) yield { ...page, events };
    else if (events.length > 0) yield upTo(events);
    if (obstacle) throw obstacle;
  }
}

function upTo(events: readonly LedgerEvent[]): Page {
  return { events, position: events.at(-1)?.position ?? START, caughtUp: false };
}

/**
 * The pages of a source as one: reads on until it holds so many events, or the source ends. What the source fails
 * by is left to whoever asks for the page after what was found.
 */
export async function filled(pages: AsyncIterable<Page>, limit: number): Promise<Page> {
  let whole: Page = { events: [], position: START, caughtUp: false };
  try {
    for await (const page of pages) {
      whole = { ...page, events: [...whole.events, ...page.events] };
      if (whole.events.length >= limit) break;
    }
  } catch (error) {
    if (whole.events.length === 0) throw error;
    return upTo(whole.events.slice(0, limit));
  }
  const last = whole.events[limit - 1];
  if (!last || whole.events.length === limit) return whole;
  return { events: whole.events.slice(0, limit), position: last.position, caughtUp: false };
}
