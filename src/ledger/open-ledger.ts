import type { Ledger } from './ledger.js';
import type { Clock } from './recording-clock.js';
import { openSqliteLedger } from './sqlite/sqlite-ledger.js';

export interface OpenLedgerOptions {
  /** Opens what is there and only reads it; a file that is not there is no ledger. */
  readonly readonly?: boolean;
  /** Whether a file that is not there is created; by default, unless it is only read. */
  readonly create?: boolean;
  readonly clock?: Clock;
  /** Told when a server was lost, with the cause, and when it was found again. */
  readonly log?: (message: string) => void;
}

/** The path of a ledger that lies in a file; undefined for one that does not. */
export function fileIn(url: string): string | undefined {
  return /^sqlite:(.*)$/s.exec(url)?.[1];
}

/**
 * Opens the ledger that a URL names: `sqlite:` and the path of a file, or a connection string of EventStoreDB
 * (`esdb:`, `esdb+discover:`).
 * @throws LedgerUnavailable when it cannot be opened now, LedgerUnusable when it never can
 */
export async function openLedger(url: string, options: OpenLedgerOptions = {}): Promise<Ledger> {
  const file = fileIn(url);
  if (file !== undefined) return openSqliteLedger({ ...options, file });
  if (/^esdb(\+discover)?:/.test(url)) {
    // Not loaded where it is not used: its protocol takes more to load than the rest of the ledger.
    const { openEventStoreDbLedger } = await import('./eventstoredb/eventstoredb-ledger.js');
    return openEventStoreDbLedger(url, options);
  }
  throw new RangeError('The URL of a ledger begins with sqlite:, esdb: or esdb+discover:');
}
