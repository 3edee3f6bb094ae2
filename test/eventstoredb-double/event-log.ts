/** What an append brings, and what the log keeps of it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LogRecord extends Proposed {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly created: Date;
}

export type Expected = number | 'no_stream' | 'any' | 'stream_exists';

export type Appended =
  | { readonly result: 'success'; readonly last: LogRecord }
  | { readonly result: 'wrong_expected_version'; readonly current: number }
  | { readonly result: 'too_large' };

/** Bytes that the server takes in one append unless it is told otherwise. */
export const MAX_APPEND_SIZE = 1_048_576;
/** What a record costs beside its content: positions are offsets in a file, never contiguous. */
const RECORD_OVERHEAD = 153n;

/** The data of one EventStoreDB, in memory. It outlives the server that gives access to it. */
export class EventLog {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, LogRecord[]>();
  private readonly watchers = new Set<() => void>();
  private end = 0n;

  /** @param systemEventEvery how many events lie between two that the server writes for itself */
  constructor(private readonly systemEventEvery = 5) {
    this.writeSystemEvent();
  }

  stream(name: string): readonly LogRecord[] {
    return this.streams.get(name) ?? [];
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Appended {
    const size = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    if (size > MAX_APPEND_SIZE) return { result: 'too_large' };
    const earlier = this.stream(stream);
    if (!isMet(expected, earlier.length - 1)) {
      const repeated = lastOf(earlier.slice(revisionOf(expected) + 1), events);
      return repeated ?? { result: 'wrong_expected_version', current: earlier.length - 1 };
    }
    const repeated = expected === 'any' ? lastOf(from(earlier, events[0]), events) : undefined;
    if (repeated) return repeated;
    const written = events.map((event) => this.write(stream, event));
    for (const watcher of [...this.watchers]) watcher();
    return successAt(written.at(-1));
  }

  /** The index of the first record at or after a position. */
  indexAt(position: bigint): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.records[middle]?.position ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a position lies within the log but where no record begins. */
  isInsideRecord(position: bigint): boolean {
    return position < this.end && this.records[this.indexAt(position)]?.position !== position;
  }

  isBeyondEnd(position: bigint): boolean {
    return position >= this.end;
  }

  /** Calls back after every append until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private write(stream: string, event: Proposed): LogRecord {
    const record = this.place(stream, event);
    if (this.records.length % (this.systemEventEvery + 1) === 0) this.writeSystemEvent();
    return record;
  }

  private writeSystemEvent(): void {
    const metadata = new Uint8Array();
    const data = Buffer.from('{"proc-id":1}');
    const id = `00000000-0000-4000-8000-${String(this.records.length).padStart(12, '0')}`;
    this.place('$stats-127.0.0.1:2113', {
      id,
      type: '$statsCollected',
      contentType: 'application/json',
      data,
      metadata,
    });
  }

  private place(stream: string, event: Proposed): LogRecord {
    const earlier = this.streams.get(stream) ?? [];
    const record = { ...event, stream, revision: earlier.length, position: this.end, created: new Date() };
    this.end += RECORD_OVERHEAD + BigInt(event.data.length + event.metadata.length);
    this.streams.set(stream, earlier);
    earlier.push(record);
    this.records.push(record);
    return record;
  }
}

function isMet(expected: Expected, current: number): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'stream_exists':
      return current >= 0;
    case 'no_stream':
      return current === -1;
    default:
      return expected === current;
  }
}

function revisionOf(expected: Expected): number {
  return typeof expected === 'number' ? expected : -1;
}

function from(records: readonly LogRecord[], event: Proposed | undefined): readonly LogRecord[] {
  const index = records.findIndex(({ id }) => id === event?.id);
  return index < 0 ? [] : records.slice(index);
}

/** The answer to events that lie there already, whatever their data are now; nothing if they do not. */
function lastOf(records: readonly LogRecord[], events: readonly Proposed[]): Appended | undefined {
  const same = events.every(({ id }, index) => records[index]?.id === id);
  return same ? successAt(records[events.length - 1]) : undefined;
}

function successAt(last: LogRecord | undefined): Appended {
  if (!last) throw new Error('an append brings at least one event');
  return { result: 'success', last };
}
