import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Service } from '../service.js';

/** An event as it is sent to readers. */
export interface WireEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly record: string;
}

/** A frame of `text/event-stream`; of a comment only that it came. */
export type Frame = EventSourceMessage | 'comment';

interface Wish {
  readonly lastEventId?: string | undefined;
  /** How many bytes to read before the connection is cut; all unless given. */
  readonly bytes?: number;
}

/** The frames of an address as they come, until it ends or the reader leaves. */
export async function* frames(
  service: Service,
  path: string,
  { lastEventId, bytes = Infinity }: Wish = {},
): AsyncGenerator<Frame, void> {
  const last = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const { status, body } = await service.open(path, { headers: { accept: 'text/event-stream', ...last } });
  if (status !== 200 || !body) throw new Error(`no stream, but ${status}`);
  const read: Frame[] = [];
  const parser = createParser({
    onEvent: (event) => read.push(event),
    onComment: () => read.push('comment'),
  });
  const decoder = new TextDecoder();
  let left = bytes;
  for await (const chunk of bytesOf(body)) {
    parser.feed(decoder.decode(chunk.subarray(0, left), { stream: true }));
    yield* read.splice(0);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

/** The chunks of a body; what the platform declares of them is no more than that there are some. */
export function bytesOf(body: AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
  return body as AsyncIterable<Uint8Array>; // fetch reads bytes
}

/** Only the ledger's events among the frames. */
export async function* eventsIn(from: AsyncIterable<Frame>): AsyncGenerator<WireEvent, void> {
  for await (const frame of from)
    // Frames with an id carry an event as data.
    if (frame !== 'comment' && frame.id !== undefined) yield JSON.parse(frame.data) as WireEvent;
}

/** What comes until the end of history was told. */
export async function untilCaughtUp(from: AsyncGenerator<Frame, void>): Promise<Frame[]> {
  const seen: Frame[] = [];
  for (;;) {
    const { value } = await from.next();
    if (value === undefined) throw new Error('the stream ended before it was caught up');
    if (value !== 'comment' && value.event === 'caught-up') return seen;
    seen.push(value);
  }
}

/** So many of what comes. */
export async function first<T>(count: number, from: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const one of from) if (taken.push(one) >= count) break;
  return taken;
}
