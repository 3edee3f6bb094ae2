import { canonical, sha256 } from './canonical.js';
import type { LedgerEvent, NewEvent } from './ledger.js';

/** Under which name an event's metadata hold the digest of its content. Events of 0.1.0 have none. */
export const DIGEST = 'sha256';
/** The running hash before the first event. */
export const NO_EVENTS = '0'.repeat(64);

/** What a digest is made of: everything of an event but its position, which is the engine's. */
export interface Content {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly metadata: Readonly<Record<string, string>>;
  /** As `dataDigest` makes it: the data are by far the longest part. */
  readonly data: string;
}

/** What was stored is not what was written. */
export class DamagedEvent extends Error {
  constructor(
    readonly position: string,
    stream: string,
    revision: number,
  ) {
    super(
      `the event at position ${position} of the ledger (${stream}, revision ${revision}) is not what was recorded: ` +
        'its content does not match the digest that was written with it',
    );
    this.name = 'DamagedEvent';
  }
}

export function dataDigest(data: NewEvent['data']): string {
  return sha256(canonical(data));
}

/** The digest of an event's content, in hexadecimal digits; docs/integrity.md says how it is made. */
export function digestOf({ id, type, stream, revision, metadata, data }: Content): string {
  const { [DIGEST]: _, ...said } = metadata;
  return sha256(canonical({ data, id, metadata: said, revision, stream, type }));
}

/**
 * Metadata as they are written: with the digest of the content. What is copied from another ledger, which has its
 * time of recording already, keeps what it has, lest damage be certified.
 */
export function withDigest(content: Content, recordedAt: string): Record<string, string> {
  const isCopied = content.metadata['recordedAt'] !== undefined;
  if (isCopied) return { ...content.metadata };
  const metadata = { ...content.metadata, recordedAt };
  return { ...metadata, [DIGEST]: digestOf({ ...content, metadata }) };
}

/** Of events that were found to be what was recorded: events never change, and several read the same live one. */
const verified = new WeakMap<LedgerEvent, string>();

/**
 * The digest of an event as it stands.
 * @throws DamagedEvent where it carries another
 */
export function verifiedDigest(event: LedgerEvent): string {
  const known = verified.get(event);
  if (known !== undefined) return known;
  const digest = digestOf({ ...event, data: dataDigest(event.data) });
  const written = event.metadata[DIGEST];
  if (written !== undefined && written !== digest)
    throw new DamagedEvent(event.position, event.stream, event.revision);
  verified.set(event, digest);
  return digest;
}

/** The running hash after one more event: the same for the same events in the same order, whatever holds them. */
export function chained(before: string, digest: string): string {
  return sha256(before + digest);
}
