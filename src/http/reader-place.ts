import { FIRST_EPOCH } from '../ledger/ledger.js';
import { isPosition } from '../time/ledger-position.js';

/** Where a reader stands: a position, and the epoch of the ledger in which it was handed out. */
export interface ReaderPlace {
  readonly position: string;
  readonly epoch: string;
}

/** The id of a frame: the position alone, until a restore has made positions mean something else. */
export function placeId(position: string, epoch: string): string {
  return epoch === FIRST_EPOCH ? position : `${position}@${epoch}`;
}

/** What a reader gives back of an id; undefined where it is none. */
export function placeOf(id: string): ReaderPlace | undefined {
  const [position = '', epoch = FIRST_EPOCH, ...more] = id.split('@');
  return isPosition(position) && more.length === 0 ? { position, epoch } : undefined;
}
