import type { Database } from 'better-sqlite3';
import { NO_STREAM, RevisionConflict, type LedgerEvent, type NewEvent } from '../ledger.js';
import type { RecordingClock } from '../recording-clock.js';
import { encode, type EncodedEvent, type SqliteEvents, type Written } from './sqlite-events.js';
import { guarded } from './sqlite-file.js';

/** A commit blocks the process while it lasts: some 20 ms for this many events. */
const EVENTS_PER_GROUP = 1_000;

interface Pending {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly EncodedEvent[];
  readonly resolve: (recorded: readonly LedgerEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Committed {
  readonly written: readonly Written[];
  /** To be called once the transaction is durable. */
  readonly answers: readonly (() => void)[];
}

/** What a writer rests on. */
export interface GroupWriterParts {
  readonly db: Database;
  readonly events: SqliteEvents;
  readonly clock: RecordingClock;
  /** Throws LedgerUnavailable where what is written would be lost with the file. */
  readonly requireFile: () => void;
  readonly committed: (written: readonly Written[]) => void;
}

/**
 * The one writer of a ledger's file. What was queued while the process did something else goes into one
 * transaction, for it is the flush to disk that costs; nothing is acknowledged before its COMMIT. An append
 * that conflicts is refused alone, whereas a file that cannot be written refuses the whole group.
 */
export class GroupWriter {
  private readonly queue: Pending[] = [];
  private readonly commit: (group: readonly Pending[]) => Committed;

  constructor(private readonly parts: GroupWriterParts) {
    const transaction = parts.db.transaction((group: readonly Pending[]) => this.write(group));
    this.commit = (group) => transaction.immediate(group);
  }

  append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Promise<readonly LedgerEvent[]> {
    return new Promise((resolve, reject) => {
      this.queue.push({ stream, expectedRevision, events: events.map(encode), resolve, reject });
      if (this.queue.length === 1) setImmediate(this.flush);
    });
  }

  /** Writes everything that is queued. */
  drain(): void {
    while (this.queue.length > 0) this.flush();
  }

  private readonly flush = (): void => {
    const group = this.takeGroup();
    if (group.length === 0) return;
    const { written, answers } = this.tryToCommit(group);
    this.parts.committed(written);
    for (const answer of answers) answer();
    if (this.queue.length > 0) setImmediate(this.flush);
  };

  private takeGroup(): Pending[] {
    let events = 0;
    const full = this.queue.findIndex((append) => (events += append.events.length) > EVENTS_PER_GROUP);
    return this.queue.splice(0, full < 0 ? this.queue.length : Math.max(full, 1));
  }

  private tryToCommit(group: readonly Pending[]): Committed {
    try {
      return guarded('The ledger could not be written', () => {
        this.parts.requireFile();
        const committed = this.commit(group);
        // Nothing is acknowledged that went into a file which was deleted meanwhile.
        this.parts.requireFile();
        return committed;
      });
    } catch (error) {
      return { written: [], answers: group.map((append) => () => append.reject(error)) };
    }
  }

  private write(group: readonly Pending[]): Committed {
    const now = this.parts.clock.nowOrAfter(this.parts.events.latestTime());
    const written: Written[][] = [];
    const answers = group.map((append) => {
      const head = this.parts.events.streamHead(append.stream);
      const actual = head?.revision ?? NO_STREAM;
      if (actual !== append.expectedRevision) return this.answerOutOfTurn(append, actual);
      const recorded = this.insert(append, head?.id ?? this.parts.events.addStream(append.stream), now);
      written.push(recorded);
      return () => append.resolve(recorded.map(({ event }) => event));
    });
    return { written: written.flat(), answers };
  }

  private insert({ stream, expectedRevision, events }: Pending, streamId: number, now: string): Written[] {
    return events.map((event, index) =>
      this.parts.events.insert({
        streamId,
        stream,
        revision: expectedRevision + 1 + index,
        event,
        recordedAt: now,
      }),
    );
  }

  /** An append that comes again because its answer was lost finds its own events after the revision it expects. */
  private answerOutOfTurn(append: Pending, actual: number): () => void {
    const { stream, expectedRevision, events } = append;
    const there = this.parts.events.stream(stream, expectedRevision + 1, expectedRevision + events.length);
    const same = there.length === events.length && events.every(({ id }, index) => there[index]?.id === id);
    if (same) return () => append.resolve(there);
    return () => append.reject(new RevisionConflict(stream, expectedRevision, actual));
  }
}
