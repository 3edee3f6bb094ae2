import {
  excludeSystemEvents,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { retrying, type Retrying } from '../retrying.js';
import type { Tail } from '../tail.js';
import { sizeOf, toLedgerEvent, toReadPosition } from './events.js';
import type { LogReader } from './log-reader.js';
import { streamed } from './streamed.js';

/**
 * Feeds a tail until the signal aborts. Whatever ends the subscription, it is taken up again after the last
 * event that arrived, never at a position that the server merely reports: such a checkpoint may lie nowhere.
 * @throws what no server that answers in this way can mend
 */
export async function feed(
  tail: Tail,
  client: EventStoreDBClient,
  reader: LogReader,
  listening: Pick<Retrying, 'signal' | 'lost' | 'found'>,
): Promise<void> {
  const { signal } = listening;
  let failure: unknown;
  while (!signal.aborted) {
    // Where the server is away, or has dropped the subscription, it is asked until it answers again.
    await retrying(
      async () => {
        if (failure !== undefined) throw taken(failure, () => (failure = undefined));
        const end = await reader.end();
        if (!tail.hasBegun) tail.begin(end);
      },
      { ...listening, mayPass: (error) => !(error instanceof TypeError) },
    );
    failure = await followed(tail, client, signal);
  }
}

/** Gives a failure once, so that it is told of and then tried again. */
function taken(failure: unknown, forget: () => void): unknown {
  forget();
  return failure;
}

/** What ended the subscription. */
async function followed(tail: Tail, client: EventStoreDBClient, signal: AbortSignal): Promise<unknown> {
  try {
    const fromPosition = toReadPosition(tail.head);
    const subscription = client.subscribeToAll({ fromPosition, filter: excludeSystemEvents() });
    for await (const { event } of streamed<AllStreamResolvedEvent>(subscription, { signal })) {
      const ours = event && toLedgerEvent(event);
      if (ours) tail.push([{ event: ours, characters: sizeOf(ours) }]);
    }
    return new Error('the server ended the subscription');
  } catch (error) {
    return error;
  }
}
