import { chained, NO_EVENTS, verifiedDigest } from './digest.js';
import { NO_STREAM, START, type Ledger, type LedgerEvent } from './ledger.js';

/** What a whole ledger holds up to a position. */
export interface Extent {
  readonly events: number;
  /** Of the last event. */
  readonly position: string;
  /** The running hash over all events; see docs/integrity.md. */
  readonly hash: string;
  /** The running hash at the position that was asked for, once it was passed. */
  readonly hashAt?: string;
}

/** An event of a stream is missing in the order of the ledger. */
export class MissingInOrder extends Error {
  constructor(
    readonly position: string,
    stream: string,
    expected: number,
  ) {
    super(`before position ${position} of the ledger, revision ${expected} of ${stream} is missing`);
    this.name = 'MissingInOrder';
  }
}

const PAGE = 500;

export interface VerifyOptions {
  /** A position of which to tell the running hash. */
  readonly at?: string;
  /** Told of the extent after every page; it may end the reading by throwing. */
  readonly told?: (extent: Extent) => Promise<void> | void;
}

/**
 * Reads a ledger from its first event on and checks each: that it is what was recorded, and that none is missing in its
 * stream.
 * @throws DamagedEvent or MissingInOrder at the first that does not hold
 */
export async function verifyLedger(
  ledger: Pick<Ledger, 'readAll'>,
  { at, told }: VerifyOptions = {},
): Promise<Extent> {
  const revisions = new Map<string, number>();
  let extent: Extent = { events: 0, position: START, hash: NO_EVENTS };
  for (let after = START, isOver = false; !isOver;) {
    const page = await ledger.readAll(after, PAGE);
    for (const event of page.events) {
      extent = following(extent, event, revisions);
      if (event.position === at) extent = { ...extent, hashAt: extent.hash };
    }
    await told?.(extent);
    [after, isOver] = [page.position, page.caughtUp];
  }
  return extent;
}

function following(before: Extent, event: LedgerEvent, revisions: Map<string, number>): Extent {
  const { stream, revision, position } = event;
  const expected = (revisions.get(stream) ?? NO_STREAM) + 1;
  if (revision !== expected) throw new MissingInOrder(position, stream, expected);
  revisions.set(stream, revision);
  const hash = chained(before.hash, verifiedDigest(event));
  return { ...before, events: before.events + 1, position, hash };
}
