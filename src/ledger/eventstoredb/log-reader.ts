import {
  BACKWARDS,
  END,
  StreamNotFoundError,
  UnknownError,
  type EventStoreDBClient,
  type ReadAllOptions,
  type ReadPosition,
  type ReadStreamOptions,
} from '@eventstore/db-client';
import { NO_STREAM, START, type Filter, type LedgerEvent, type Page } from '../ledger.js';
import { positionOf, toLedgerEvent, toReadPosition, type RecordedEvent } from './events.js';
import { onLeader } from './failures.js';
import { PageBuilder } from './page-builder.js';
import { streamed } from './streamed.js';

/** How many events are searched for a page with a filter, which the server does not look at when it reads. */
const SEARCHED = 1_000;
const SEARCHED_FOR_HEAD = 100;

/** Reads what the server holds, each read with a limit to its silence. */
export class LogReader {
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly silenceMs: number,
  ) {}

  /** As the leader has it, so that nothing acknowledged is missing. */
  stream(
    stream: string,
    fromRevision: number,
    maxCount = Number.MAX_SAFE_INTEGER,
  ): Promise<readonly LedgerEvent[]> {
    return this.events(stream, { fromRevision: BigInt(fromRevision), maxCount });
  }

  async lastRevision(stream: string): Promise<number> {
    const [last] = await this.events(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
    return last?.revision ?? NO_STREAM;
  }

  /** Ends where the page is full, by number or by size, or where enough was searched. */
  async page(after: string, limit: number, filter?: Filter, signal?: AbortSignal): Promise<Page> {
    const fromPosition = toReadPosition(after);
    // Reading begins with the event at the position, which counts.
    const maxCount = (filter ? Math.max(limit, SEARCHED) : limit) + (after === START ? 0 : 1);
    const page = new PageBuilder(after, limit, filter);
    let searched = 0;
    for await (const recorded of this.all({ fromPosition, maxCount }, signal)) {
      searched += 1;
      if (!page.isNew(recorded)) continue;
      if (page.isFull) return page.done(false);
      page.add(recorded);
    }
    return page.done(searched < maxCount && !signal?.aborted);
  }

  /** Whether the server cannot read at a position, though it can elsewhere: then it never handed it out. */
  async isNoPosition(position: string): Promise<boolean> {
    try {
      await this.end();
    } catch {
      return false;
    }
    return this.page(position, 1).then(
      () => false,
      (error: unknown) => error instanceof UnknownError,
    );
  }

  /** Whether an event still lies where it was read: a server that was restored from an older backup has others. */
  async holds(position: string): Promise<boolean> {
    if (position === START) return true;
    try {
      for await (const recorded of this.all({ fromPosition: toReadPosition(position), maxCount: 1 }))
        return positionOf(recorded) === position;
      return false;
    } catch (error) {
      if (error instanceof UnknownError) return false;
      throw error;
    }
  }

  /** The last position in the log, be it that of an event of the server. */
  async end(): Promise<string> {
    const [last] = await this.backwards(END, 1);
    return last ? positionOf(last) : START;
  }

  /** The first event of the ledger. */
  async first(): Promise<LedgerEvent | undefined> {
    for (let after = START, isOver = false; !isOver;) {
      const page = await this.page(after, SEARCHED_FOR_HEAD);
      if (page.events[0]) return page.events[0];
      [after, isOver] = [page.position, page.caughtUp];
    }
    return undefined;
  }

  async head(): Promise<string> {
    let from: ReadPosition = END;
    for (;;) {
      const newestFirst: readonly RecordedEvent[] = await this.backwards(from, SEARCHED_FOR_HEAD);
      const head = newestFirst.find(toLedgerEvent);
      const oldest = newestFirst.at(-1);
      if (head || !oldest) return head ? positionOf(head) : START;
      from = toReadPosition(positionOf(oldest));
    }
  }

  private async backwards(fromPosition: ReadPosition, maxCount: number): Promise<readonly RecordedEvent[]> {
    const newestFirst: RecordedEvent[] = [];
    for await (const recorded of this.all({ fromPosition, maxCount, direction: BACKWARDS })) {
      newestFirst.push(recorded);
    }
    return newestFirst;
  }

  private async *all(options: ReadAllOptions, signal?: AbortSignal): AsyncGenerator<RecordedEvent> {
    const call = this.client.readAll(options);
    for await (const { event } of streamed(call, { silenceMs: this.silenceMs, signal })) {
      if (event) yield event;
    }
  }

  private events(stream: string, options: ReadStreamOptions): Promise<readonly LedgerEvent[]> {
    return onLeader(async () => {
      const events: LedgerEvent[] = [];
      const call = this.client.readStream(stream, { ...options, requiresLeader: true });
      try {
        for await (const { event } of streamed(call, { silenceMs: this.silenceMs })) {
          const ours = event && toLedgerEvent(event);
          if (ours) events.push(ours);
        }
      } catch (error) {
        if (!(error instanceof StreamNotFoundError)) throw error;
      }
      return events;
    });
  }
}
