import type { Records } from './stream-state.js';

/** A kind of stream, as a command sees it: its name from the data, and how its records read. */
export interface StreamKind<State, Data extends object> {
  streamOf(data: Data): string;
  of(records: Records): State;
}
