import { isEventType, type EventType } from '../event-types.js';
import { upcasts, type Stored, type Upcasts } from './upcasts.js';

/** Under which name an event's metadata hold the version of its type's schema, in decimal digits; absent means 1. */
export const SCHEMA_VERSION = 'schemaVersion';

/** What is read of a stored event to know its language. */
interface InSomeVersion {
  readonly type: string;
  readonly position: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The version in which this code writes events of a type. */
export function versionOf(type: EventType, changes: Upcasts = upcasts): number {
  return 1 + (changes[type]?.length ?? 0);
}

/** The type of a stored event, where this code can read it. */
function readableType(event: InSomeVersion, changes: Upcasts): EventType {
  const { type } = event;
  if (!isEventType(type) || !(versionIn(event) <= versionOf(type, changes)))
    throw new UnknownEventType(event, isEventType(type) ? versionOf(type, changes) : undefined);
  return type;
}

/**
 * What is stored of an event, in the shape that its type has now.
 * @throws UnknownEventType for a type, or a version of it, that this code does not know
 */
export function upcast(event: InSomeVersion & { readonly data: Stored }, changes: Upcasts = upcasts): Stored {
  const type = readableType(event, changes);
  const due = changes[type]?.slice(versionIn(event) - 1) ?? [];
  return due.reduce((stored, change) => change(stored), event.data);
}

/** NaN for what is no version. */
function versionIn({ metadata }: InSomeVersion): number {
  const version = metadata[SCHEMA_VERSION];
  if (version === undefined) return 1;
  return /^[1-9]\d{0,5}$/.test(version) ? Number(version) : NaN;
}

/** The ledger holds an event that was written by newer code than this. */
export class UnknownEventType extends Error {
  /** Of the event that cannot be read. */
  readonly position: string;

  /** @param known the latest version of its type that this code knows; undefined where it does not know the type */
  constructor({ type, position, metadata }: InSomeVersion, known: number | undefined) {
    const version = metadata[SCHEMA_VERSION] ?? '1';
    const knowing = known === undefined ? '' : ` (it knows version${known === 1 ? ' 1' : `s 1 to ${known}`})`;
    super(
      `the ledger holds an event of type "${type}", version ${version}, at position ${position}, ` +
        `which this version of the service does not know${knowing}`,
    );
    this.name = 'UnknownEventType';
    this.position = position;
  }
}
