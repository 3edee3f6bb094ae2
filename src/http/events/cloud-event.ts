import { isToTheMinute } from '../../time/when.js';
import { isEventType } from '../../../events/index.js';
import type { LedgerEvent } from '../../ledger/ledger.js';
import { recorded } from '../../records/recorded.js';
import { addressOf } from './wire-event.js';

/** An event as a CloudEvent 1.0 in JSON; what this ledger adds are `recordedtime`, `position` and `revision`. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** The stream, as a reference relative to this service. */
  readonly source: string;
  readonly type: string;
  /** Address of the record. */
  readonly subject: string;
  /** When it occurred; absent unless that is known to the minute, since a day or a year is no instant. */
  readonly time?: string;
  readonly datacontenttype: 'application/json';
  /** When it was recorded. */
  readonly recordedtime: string;
  readonly position: string;
  readonly revision: number;
  /** The record as told: its account and its data. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** There is no domain name to turn around; the name of the service stands for it. */
export const TYPE_PREFIX = 'summit-ledger.';

export function cloudEvent(event: LedgerEvent): CloudEvent {
  const { id, type, stream, revision, position, recordedAt, data } = event;
  const time = occurrenceOf(event);
  return {
    specversion: '1.0',
    id,
    source: `/v1/streams/${stream}`,
    type: `${TYPE_PREFIX}${type}`,
    subject: addressOf(event),
    ...(time !== undefined && { time }),
    datacontenttype: 'application/json',
    recordedtime: recordedAt,
    position,
    revision,
    data,
  };
}

function occurrenceOf(event: LedgerEvent): string | undefined {
  if (!isEventType(event.type)) return undefined;
  const { occurredAt } = recorded(event).body;
  const from = isToTheMinute(occurredAt) ? occurredAt?.from : undefined;
  return typeof from === 'string' ? withSeconds(from) : undefined;
}

/** RFC 3339 knows no time without seconds; accounts do. */
function withSeconds(timestamp: string): string {
  return timestamp.replace(/T(\d\d:\d\d)(?!:)/, 'T$1:00');
}
