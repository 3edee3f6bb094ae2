import type { EventType } from '../event-types.js';

/** What is stored as an event's data, in the shape that some version of its type had. */
export type Stored = Readonly<Record<string, unknown>>;

/** Makes of what was stored in one version what the next one would have stored. Pure, and it keeps the record's id. */
export type Upcast = (stored: Stored) => Stored;

/** The changes of each type's schema, the first from version 1 to 2. A type without any is at version 1. */
export type Upcasts = { readonly [T in EventType]?: readonly Upcast[] };

/**
 * The one place where versions stand: a type is at 1 and as many more as it has functions here. A field that is
 * added and may be absent is no change of version; one that is taken away, renamed or means something else is.
 */
export const upcasts: Upcasts = {};
