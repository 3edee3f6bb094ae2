import { setTimeout as pause } from 'node:timers/promises';
import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';
import type { Client, Query } from './client.js';
import { isConnectionLost, Refused, ServiceAway } from './failure.js';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/**
 * The messages of a `text/event-stream`, without end: after a lost connection it goes on from the last id.
 * @param after the position before the first event
 * @param notice is told when the connection was lost
 * @throws ServiceAway when the very first connection cannot be made; Refused when the service says no
 */
export async function* messagesOf(
  client: Client,
  path: string,
  query: Query & { readonly after: string },
  notice: (sentence: string) => void,
): AsyncGenerator<EventSourceMessage, void> {
  let last = query.after;
  let failures = -1;
  for (;;) {
    try {
      for await (const message of connection(client, path, query, last)) {
        failures = 0;
        last = message.id ?? last;
        yield message;
      }
    } catch (error) {
      if (failures < 0 || !mayPass(error)) throw error;
    }
    if (failures <= 0) notice(`The connection was lost after position ${last}; trying again`);
    failures = Math.max(failures, 0);
    await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures), undefined, { signal: client.signal });
    failures += 1;
  }
}

async function* connection(
  client: Client,
  path: string,
  query: Query,
  last: string,
): AsyncGenerator<EventSourceMessage, void> {
  const headers = { accept: 'text/event-stream', 'last-event-id': last };
  const { body } = await client.open(path, query, { headers });
  if (body === null) return;
  // The platform's own decoder takes bytes of either buffer; only its declared type is narrower.
  const decoder = new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>;
  yield* body.pipeThrough(decoder).pipeThrough(new EventSourceParserStream());
}

function mayPass(error: unknown): boolean {
  return (
    error instanceof ServiceAway ||
    isConnectionLost(error) ||
    (error instanceof Refused && error.status >= 500)
  );
}
