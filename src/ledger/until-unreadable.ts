/** The beginning of a list, as far as it can be read. */
export interface Beginning<T> {
  readonly readable: readonly T[];
  /** What the first that cannot be read was refused by. */
  readonly obstacle?: Error;
}

/** Reads one after another, and none behind one that cannot be read: nothing in the order of a ledger is skipped. */
export function untilUnreadable<E, T>(events: readonly E[], read: (event: E) => T): Beginning<T> {
  const readable: T[] = [];
  try {
    for (const event of events) readable.push(read(event));
    return { readable };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { readable, obstacle: error };
  }
}
