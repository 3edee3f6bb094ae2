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
    record: `${stream}/${String(data['recordId'])}`,
    data,
  };
}

const texts = new WeakMap<LedgerEvent, string>();

/** The event as JSON text, made once for all who read it live. */
export function wireText(event: LedgerEvent): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const text = JSON.stringify(wireEvent(event));
  texts.set(event, text);
  return text;
}
