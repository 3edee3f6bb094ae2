import { setTimeout } from 'node:timers/promises';
import {
  excludeSystemEvents,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { toLedgerEvent, toReadPosition } from './events.js';
import type { LogReader } from './log-reader.js';
import { streamed } from './streamed.js';
import type { Tail } from './tail.js';

const FIRST_PAUSE_MS = 50;
/** One subscription a process: asking once a second is no burden, and readers wait for what comes by it. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * Feeds a tail until the signal aborts. Whatever ends the subscription, it is taken up again after the last
 * event that arrived, never at a position that the server merely reports: such a checkpoint may lie nowhere.
 */
export async function feed(
  tail: Tail,
  client: EventStoreDBClient,
  reader: LogReader,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      if (!tail.hasBegun) tail.begin(await reader.end());
      const fromPosition = toReadPosition(tail.head);
      const subscription = client.subscribeToAll({ fromPosition, filter: excludeSystemEvents() });
      for await (const { event } of streamed<AllStreamResolvedEvent>(subscription, { signal })) {
        failures = 0;
        const ours = event && toLedgerEvent(event);
        if (ours) tail.push(ours);
      }
    } catch {
      // The server is away, or has dropped the subscription: neither is for good.
    }
    await pause(failures, signal);
  }
}

/** The longer, the more attempts have failed, and not the same for all who wait for the same server. */
export async function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
  await setTimeout(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
}
