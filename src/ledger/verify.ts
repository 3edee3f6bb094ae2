import { chained, NO_EVENTS, verifiedDigest } from './digest.js';
import { NO_STREAM, START, type Ledger, type LedgerEvent } from './ledger.js';

/** What a whole ledger holds up to a position. */
export interface Extent {
  readonly events: number;
  /** Of the last event. */
  readonly position: string;
  /** The running hash over all events; see docs/integrity.md. */
  readonly hash: string;
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

/**
 * Reads a ledger from its first event on and checks each: that it is what was recorded, and that none is missing in its
 * stream. It is told of the extent after every page, which may end the reading by throwing.
 * @throws DamagedEvent or MissingInOrder at the first that does not hold
 */
export async function verifyLedger(
  ledger: Pick<Ledger, 'readAll'>,
  told: (extent: Extent) => Promise<void> | void = () => undefined,
): Promise<Extent> {
  const revisions = new Map<string, number>();
  let extent: Extent = { events: 0, position: START, hash: NO_EVENTS };
  for (let after = START, isOver = false; !isOver;) {
    const page = await ledger.readAll(after, PAGE);
    extent = page.events.reduce((before, event) => following(before, event, revisions), extent);
    await told(extent);
    [after, isOver] = [page.position, page.caughtUp];
  }
  return extent;
}

function following({ events, hash }: Extent, event: LedgerEvent, revisions: Map<string, number>): Extent {
  const { stream, revision, position } = event;
  const expected = (revisions.get(stream) ?? NO_STREAM) + 1;
  if (revision !== expected) throw new MissingInOrder(position, stream, expected);
  revisions.set(stream, revision);
  return { events: events + 1, position, hash: chained(hash, verifiedDigest(event)) };
}
