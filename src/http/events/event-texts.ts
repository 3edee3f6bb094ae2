import { UnknownEventType } from '../../../events/index.js';
import { DamagedEvent } from '../../ledger/digest.js';
import type { LedgerEvent, Page } from '../../ledger/ledger.js';
import { problemOf } from '../problem-of.js';
import type { Problem } from '../problem.js';
import { placeId } from '../reader-place.js';
import { frame } from '../sse.js';
import { cloudEvent } from './cloud-event.js';
import type { EventFormat } from './event-query.js';
import { wireEvent } from './wire-event.js';

/** An event as an object of a format. */
export const eventBodies: Readonly<Record<EventFormat, (event: LedgerEvent) => object>> = {
  ledger: wireEvent,
  cloudevents: cloudEvent,
};

/** A slow reader holds no more text than this at once, in characters, or one event. */
const PIECE = 64 * 1024;

/** Where the ledger cannot be read any further, the last line is the problem. */
export async function* asLines(pages: AsyncIterable<Page>, format: EventFormat): AsyncIterable<string> {
  try {
    for await (const { events } of pages)
      yield* joined(events.values().map((event) => `${textOf(event, format)}\n`));
  } catch (error) {
    yield `${JSON.stringify(unreadable(error))}\n`;
  }
}

/** @throws what is no obstacle in the ledger itself */
function unreadable(error: unknown): Problem {
  if (error instanceof UnknownEventType || error instanceof DamagedEvent) return problemOf(error);
  throw error;
}

export interface Framing {
  readonly format: EventFormat;
  /** Where a reader goes on that has seen more than this ledger holds. */
  readonly reset?: string | undefined;
  /** Of the ledger; ids of frames carry it. */
  readonly epoch: string;
}

/**
 * `reset` where the reader has to be told, the events, and `caught-up` when history ends for the first time. Where the
 * ledger cannot be read any further, the last frame is `problem`.
 */
export async function* asFrames(pages: AsyncIterable<Page>, framing: Framing): AsyncIterable<string> {
  try {
    yield* eventFrames(pages, framing);
  } catch (error) {
    yield frame('problem', JSON.stringify(unreadable(error)));
  }
}

async function* eventFrames(
  pages: AsyncIterable<Page>,
  { format, reset, epoch }: Framing,
): AsyncIterable<string> {
  let isLive = false;
  // With an id, so that the reader comes back with this position, not with its old one.
  if (reset !== undefined) yield frame('reset', JSON.stringify({ position: reset }), placeId(reset, epoch));
  for await (const { events, position, caughtUp } of pages) {
    yield* joined(
      events
        .values()
        .map((event) => frame(event.type, textOf(event, format), placeId(event.position, epoch))),
    );
    if (!caughtUp || isLive) continue;
    isLive = true;
    yield frame('caught-up', JSON.stringify({ position }));
  }
}

function* joined(texts: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const text of texts) {
    if (piece !== '' && piece.length + text.length > PIECE) {
      yield piece;
      piece = '';
    }
    piece += text;
  }
  if (piece !== '') yield piece;
}

const texts: Readonly<Record<EventFormat, WeakMap<LedgerEvent, string>>> = {
  ledger: new WeakMap(),
  cloudevents: new WeakMap(),
};

/** The event as JSON text, made once for all who read it live. */
function textOf(event: LedgerEvent, format: EventFormat): string {
  const known = texts[format].get(event);
  if (known !== undefined) return known;
  const text = JSON.stringify(eventBodies[format](event));
  texts[format].set(event, text);
  return text;
}
