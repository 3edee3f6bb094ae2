import {
  NO_STREAM as NO_STREAM_YET,
  WrongExpectedVersionError,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { NO_STREAM, RevisionConflict, type LedgerEvent, type NewEvent } from '../ledger.js';
import type { RecordingClock } from '../recording-clock.js';
import { toClient } from './events.js';
import { isRefusal, onLeader, Silence, unavailable } from './failures.js';
import type { LogReader } from './log-reader.js';

/**
 * Appends, and believes what lies in the stream afterwards. An answer is not enough: the server calls the same
 * ids at the same revision a success whatever data they bring now, and an error or silence leaves open
 * whether anything was written. Only a stream that has moved on is proof that nothing will be.
 */
export class Appender {
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly reader: LogReader,
    private readonly clock: RecordingClock,
    private readonly limitMs: number,
  ) {}

  async append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Promise<readonly LedgerEvent[]> {
    if (events.length === 0) return [];
    const failure = await this.failureOf(() => this.attempt(stream, expectedRevision, events));
    if (isRefusal(failure)) throw unavailable(`Nothing was written to ${stream}`, failure);
    const recorded = await readingBack(stream, () =>
      this.reader.stream(stream, expectedRevision + 1, events.length),
    );
    if (isSame(recorded, events)) return recorded;
    if (failure instanceof WrongExpectedVersionError) {
      throw new RevisionConflict(stream, expectedRevision, revisionOf(failure));
    }
    if (recorded.length > 0) {
      const last = await readingBack(stream, () => this.reader.lastRevision(stream));
      throw new RevisionConflict(stream, expectedRevision, last);
    }
    throw unavailable(`${stream} does not show what was appended, which may still be written`, failure);
  }

  private attempt(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<unknown> {
    const recordedAt = this.clock.nowOrAfter(undefined);
    const options = {
      expectedRevision: expectedRevision === NO_STREAM ? NO_STREAM_YET : BigInt(expectedRevision),
      requiresLeader: true,
      deadline: this.limitMs,
    } as const;
    const written = events.map((event, index) =>
      toClient(event, { stream, revision: expectedRevision + 1 + index }, recordedAt),
    );
    return onLeader(() => this.client.appendToStream(stream, written, options));
  }

  /** The client keeps its deadline only once it is connected. */
  private failureOf(attempt: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(new Silence(this.limitMs)), this.limitMs);
      attempt()
        .then(() => resolve(undefined), resolve)
        .finally(() => clearTimeout(timer));
    });
  }
}

async function readingBack<T>(stream: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unavailable(`It is unknown whether ${stream} was written to`, error);
  }
}

function isSame(recorded: readonly LedgerEvent[], events: readonly NewEvent[]): boolean {
  return events.every(({ id }, index) => recorded[index]?.id === id);
}

function revisionOf({ actualVersion }: WrongExpectedVersionError): number {
  return typeof actualVersion === 'bigint' ? Number(actualVersion) : NO_STREAM;
}
