import { isPosition } from '../../time/ledger-position.js';
import { jsonEvent, START as FIRST, type ReadPosition } from '@eventstore/db-client';
import { dataDigest, withDigest, type Content } from '../digest.js';
import { LedgerUnusable, NotAPosition, START, type LedgerEvent, type NewEvent } from '../ledger.js';

/** What the client tells about a recorded event, of whatever kind. */
export interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly isJson: boolean;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly created: Date;
  readonly position?: { readonly commit: bigint };
}

/** @param place the stream and the revision that it gets */
export function toClient(event: NewEvent, place: Pick<Content, 'stream' | 'revision'>, recordedAt: string) {
  const { id, type, data } = event;
  const metadata = withDigest({ ...event, ...place, data: dataDigest(data) }, recordedAt);
  return jsonEvent({ id, type, data: { ...data }, metadata });
}

/** Undefined for what no ledger has written: events of the server, links, binary data. */
export function toLedgerEvent(event: RecordedEvent): LedgerEvent | undefined {
  const { id, type, streamId, revision, isJson, data, created } = event;
  if (!isJson || type.startsWith('$') || !isObject(data)) return undefined;
  const metadata = textsOf(event.metadata);
  return {
    stream: streamId,
    revision: Number(revision),
    position: positionOf(event),
    id,
    type,
    recordedAt: metadata['recordedAt'] ?? created.toISOString(),
    data,
    metadata,
  };
}

/** The place of any event, ours or not. */
export function positionOf({ position }: RecordedEvent): string {
  if (!position)
    throw new LedgerUnusable('this server tells no positions; it is older than EventStoreDB 22.6');
  return position.commit.toString();
}

export function requirePosition(text: string): void {
  if (!isPosition(text)) throw new NotAPosition(text);
}

export function toReadPosition(position: string): ReadPosition {
  requirePosition(position);
  return position === START ? FIRST : { commit: BigInt(position), prepare: BigInt(position) };
}

/** What an event takes of memory, roughly: the bytes of its data as JSON. */
export function sizeOf({ data }: LedgerEvent): number {
  return Buffer.byteLength(JSON.stringify(data));
}

function textsOf(metadata: unknown): Record<string, string> {
  if (!isObject(metadata)) return {};
  const texts = Object.entries(metadata).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
