import {
  excludeSystemEvents,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { LedgerUnusable } from '../ledger.js';
import { retrying, type Retrying } from '../retrying.js';
import type { Tail } from '../tail.js';
import { sizeOf, toLedgerEvent, toReadPosition } from './events.js';
import type { LogReader } from './log-reader.js';
import { streamed } from './streamed.js';

/**
 * Feeds a tail until the signal aborts. Whatever ends the subscription, it is taken up again after the last
 * event that arrived, never at a position that the server merely reports: such a checkpoint may lie nowhere.
 * @throws LedgerUnusable, what no server that answers in this way can mend
 */
export async function feed(
  tail: Tail,
  client: EventStoreDBClient,
  reader: LogReader,
  listening: Pick<Retrying, 'signal' | 'lost' | 'found'>,
): Promise<void> {
  const { signal } = listening;
  const mayPass = (error: unknown) => !(error instanceof LedgerUnusable);
  for (let after: unknown; !signal.aborted;) {
    // Where the server is away, or has dropped the subscription, it is asked until it answers again.
    const end = await retrying(() => reader.end(), { ...listening, mayPass, after });
    if (end === undefined) return;
    if (!tail.hasBegun) tail.begin(end);
    else if ((await held(reader, tail.head)) === false) tail.breakOff(end);
    after = await followed(tail, client, signal);
  }
}

/** Whether the event is still there on which the subscription stands; undefined where the server is away again. */
function held(reader: LogReader, position: string): Promise<boolean | undefined> {
  return reader.holds(position).catch(() => undefined);
}

/** What ended the subscription. */
async function followed(tail: Tail, client: EventStoreDBClient, signal: AbortSignal): Promise<unknown> {
  try {
    const fromPosition = toReadPosition(tail.head);
    const subscription = client.subscribeToAll({ fromPosition, filter: excludeSystemEvents() });
    for await (const { event } of streamed<AllStreamResolvedEvent>(subscription, { signal })) {
      const ours = event && toLedgerEvent(event);
      if (ours) tail.push([{ event: ours, bytes: sizeOf(ours) }]);
    }
    return new Error('the server ended the subscription');
  } catch (error) {
    return error;
  }
}
