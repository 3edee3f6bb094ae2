import type { LedgerEvent } from '../../ledger/ledger.js';

/** An event as clients see it; `data` is the record as told: its account and its data. */
export interface WireEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Address of the record. */
  readonly record: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function wireEvent(event: LedgerEvent): WireEvent {
  const { id, type, stream, revision, position, recordedAt, data, metadata } = event;
  return {
    id,
    type,
    stream,
    revision,
    position,
    recordedAt,
    recordedBy: metadata['recordedBy'] ?? 'unknown',
    record: addressOf(event),
    data,
  };
}

/** `<stream>/<recordId>` of the record that an event tells. */
export function addressOf({ stream, data }: LedgerEvent): string {
  return `${stream}/${String(data['recordId'])}`;
}
