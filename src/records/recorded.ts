import { upcast, type DataOf, type Evidence, type EventType, type When } from '../../events/index.js';

/** The account that stands beside the data of a record; see `events/account.ts`. */
export interface AccountFields {
  readonly occurredAt?: When;
  readonly disclosedAt?: When;
  readonly embargoUntil?: string;
  readonly accordingTo?: string;
  readonly certainty?: 'explicit' | 'implied';
  readonly sources?: readonly Evidence[];
  readonly unknown?: string;
  readonly note?: string;
}

/** What is stored as an event's data: the record's id, the account and the data of its type. */
export type Body<T extends EventType = EventType> = AccountFields & {
  readonly recordId: string;
  readonly data: DataOf<T>;
};

/** One record as it was told: an event of the ledger, read as the domain's language. */
export interface Recorded<T extends EventType = EventType> {
  /** `<stream>/<recordId>` */
  readonly address: string;
  readonly stream: string;
  readonly type: T;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly body: Body<T>;
}

/** What the ledger hands over; only the fields that are read here. */
interface StoredEvent {
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * The boundary behind which every event has the shape that its type has now.
 * @throws UnknownEventType for a stored type, or a version of it, that this code does not know
 */
export function recorded(event: StoredEvent): Recorded {
  // It was validated against the class of its type before it was appended, and upcast since.
  const body = upcast(event) as unknown as Body;
  return {
    address: `${event.stream}/${body.recordId}`,
    stream: event.stream,
    // Only what is of a known type can be upcast.
    type: event.type as EventType,
    revision: event.revision,
    position: event.position,
    recordedAt: event.recordedAt,
    recordedBy: event.metadata['recordedBy'] ?? 'unknown',
    body,
  };
}

/** Narrows a record, or anything that has a record's type, to one event type. */
export function isOf<T extends EventType>(type: T, record: Recorded): record is Recorded<T> {
  return record.type === type;
}

export function streamOf(address: string): string {
  return address.slice(0, address.indexOf('/'));
}

export function recordIdOf(address: string): string {
  return address.slice(address.indexOf('/') + 1);
}
