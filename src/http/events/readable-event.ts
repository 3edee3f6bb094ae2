import { upcast } from '../../../events/index.js';
import { verifiedDigest } from '../../ledger/digest.js';
import type { LedgerEvent } from '../../ledger/ledger.js';

const readable = new WeakMap<LedgerEvent, LedgerEvent>();

/**
 * An event in the shape that its type has now, made once for all who read it live.
 * @throws UnknownEventType for a type, or a version of it, that this code does not know; DamagedEvent for one that
 *   is not what was recorded
 */
export function readableEvent(event: LedgerEvent): LedgerEvent {
  const known = readable.get(event);
  if (known) return known;
  verifiedDigest(event);
  const data = upcast(event);
  const read = data === event.data ? event : { ...event, data };
  readable.set(event, read);
  return read;
}
