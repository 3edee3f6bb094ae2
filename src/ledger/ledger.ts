export { comparePositions } from '../time/ledger-position.js';

/** An event on its way into the ledger. Everything in it is JSON; metadata is flat. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** An event as the ledger holds it. */
export interface LedgerEvent extends NewEvent {
  readonly stream: string;
  /** 0 for the first event of its stream, without gaps. */
  readonly revision: number;
  /** Place in the order of the whole ledger: a decimal string to compare by `comparePositions`. */
  readonly position: string;
  /** RFC 3339 in UTC with milliseconds, set by the process that wrote. */
  readonly recordedAt: string;
}

/** What a reader wants to see; absent means everything. Applied where the engine can, before events travel. */
export interface Filter {
  readonly types?: readonly string[];
  /** What stands before the first hyphen of a stream's name. */
  readonly categories?: readonly string[];
}

export interface Page {
  /** In the order of the ledger. */
  readonly events: readonly LedgerEvent[];
  /** Everything up to and including this position that passes the filter has been handed out. */
  readonly position: string;
  /** Whether the end of the ledger was reached when this page was read. */
  readonly caughtUp: boolean;
}

/** Which ledger this is, and since when its positions mean what they mean. */
export interface LedgerIdentity {
  /** Made at random with the ledger; empty where that is not known (yet). */
  readonly id: string;
  /** Changes with each restore, after which positions may stand for other events; `FIRST_EPOCH` before any. */
  readonly epoch: string;
}

export const FIRST_EPOCH = '0';

/** The position before the first event. */
export const START = '0';
/** The revision of a stream that does not exist. */
export const NO_STREAM = -1;

/**
 * An append-only log of events in streams. Knows nothing of the domain.
 *
 * Appended events are durable when `append` resolves. Readers see them in one order, that of positions,
 * and never an event after a later one.
 */
export abstract class Ledger {
  /** What the engine is connected to, for a person to read. Never a password. */
  abstract readonly description: string;

  /**
   * Writes all events or none.
   * @param expectedRevision the revision of the stream's last event as the caller knows it, or `NO_STREAM`
   * @returns the events as recorded. Appending the same ids again at the same expected revision answers
   *   with what was recorded the first time.
   * @throws RevisionConflict when the stream has moved on
   * @throws LedgerUnavailable when nothing was written, or when that cannot be known
   */
  abstract append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Promise<readonly LedgerEvent[]>;

  /** The stream's events from a revision on; an empty list when there are none. */
  abstract read(stream: string, fromRevision?: number): Promise<readonly LedgerEvent[]>;

  /**
   * One page of the whole ledger after a position. Fewer than `limit` events do not mean the end.
   * @throws NotAPosition for one that this ledger can tell it never handed out
   */
  abstract readAll(after: string, limit: number, filter?: Filter): Promise<Page>;

  /**
   * History after a position, then what is appended from now on, without gap or duplicate, until the signal
   * aborts. The first page with `caughtUp` may be empty. Holds at most one page for a slow reader, who then
   * reads on from history. Throws LedgerUnavailable when the engine is lost for good.
   */
  abstract subscribe(after: string, signal: AbortSignal, filter?: Filter): AsyncIterable<Page>;

  /**
   * Another connection has written: subscriptions look at once, where they would notice by themselves only later.
   * Nothing to do for an engine that tells its subscribers.
   */
  wake(): void {
    return;
  }

  /** The position of the last event; `START` for an empty ledger. */
  abstract head(): Promise<string>;

  abstract identity(): Promise<LedgerIdentity>;

  /** That of its identity, where asking for it costs nothing. */
  epoch(): Promise<string> {
    return Promise.resolve(FIRST_EPOCH);
  }

  /**
   * Whether each restore begins an epoch: then a ledger that lacks what it held in the same epoch was exchanged
   * behind the back of whoever reads it.
   */
  abstract readonly tellsRestores: boolean;

  /** Says to all readers, for good, that what they have seen of the ledger may be gone. */
  beginEpoch(): Promise<void> {
    return Promise.resolve();
  }

  /** Lets what is under way finish, then lets go of the engine. */
  abstract close(): Promise<void>;
}

/** The stream's last revision is not the expected one; nothing was written. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expectedRevision: number,
    readonly actualRevision: number,
  ) {
    super(`${stream} is at revision ${actualRevision}, not at ${expectedRevision}`);
    this.name = 'RevisionConflict';
  }
}

/** Something was asked for after a position that this ledger never handed out. */
export class NotAPosition extends RangeError {
  constructor(
    readonly position: string,
    options?: ErrorOptions,
  ) {
    super(`"${position}" is not a position of this ledger`, options);
    this.name = 'NotAPosition';
  }
}

/** The engine cannot be reached or cannot write. The same append may be tried again with the same ids. */
export class LedgerUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LedgerUnavailable';
  }
}

/** What was opened can never be used by this version, however often it is tried: it is no ledger, or another's. */
export class LedgerUnusable extends LedgerUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LedgerUnusable';
  }
}

export function categoryOf(stream: string): string {
  const hyphen = stream.indexOf('-');
  return hyphen < 0 ? stream : stream.slice(0, hyphen);
}
