import type { Colors } from 'picocolors/types.js';

/** What a text is laid out for. */
export interface Page {
  /** Columns that a line may take. */
  readonly width: number;
  readonly ink: Colors;
}
