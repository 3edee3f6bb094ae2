import type { Facts } from '../../facts/facts.js';
import type { Filter, Ledger, LedgerEvent, Page } from '../../ledger/ledger.js';
import { namesSummit } from './event-query.js';
import { frame } from '../sse.js';
import { wireText } from './wire-event.js';

/** Which events a reader sees, beyond what the ledger filters. */
export type Selects = (event: LedgerEvent) => boolean;

export const everything: Selects = () => true;

export function ofStream(stream: string): Selects {
  return (event) => event.stream === stream;
}

/**
 * The events of a summit: those that name it, and all of the streams in which one does (the assessment of a
 * commitment names no summit itself).
 */
export function ofSummit(summit: string, facts: Facts): Selects {
  const streams = new Set(facts.streamsOfSummit(summit));
  return (event) => {
    if (namesSummit(event, summit)) streams.add(event.stream);
    return streams.has(event.stream);
  };
}

/** History after a position as pages, up to what is the end by then. */
export async function* history(
  ledger: Ledger,
  after: string,
  filter: Filter,
  signal: AbortSignal,
): AsyncIterable<Page> {
  let position = after;
  while (!signal.aborted) {
    const page = await ledger.readAll(position, PAGE, filter);
    yield page;
    if (page.caughtUp) return;
    position = page.position;
  }
}

const PAGE = 500;

export async function* asLines(pages: AsyncIterable<Page>, selects: Selects): AsyncIterable<string> {
  for await (const page of pages) {
    const lines = page.events.filter(selects).map((event) => `${wireText(event)}\n`);
    if (lines.length > 0) yield lines.join('');
  }
}

/** Events as frames, and `caught-up` when the end of history is reached for the first time. */
export async function* asFrames(pages: AsyncIterable<Page>, selects: Selects): AsyncIterable<string> {
  let live = false;
  for await (const page of pages) {
    const frames = page.events
      .filter(selects)
      .map((event) => frame(event.type, wireText(event), event.position));
    if (page.caughtUp && !live) {
      live = true;
      frames.push(frame('caught-up', JSON.stringify({ position: page.position })));
    }
    if (frames.length > 0) yield frames.join('');
  }
}
