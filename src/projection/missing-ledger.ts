import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { SCHEMA_VERSION } from './facts-schema.js';
import { LedgerChanged, placeOf } from './source.js';

interface Known {
  readonly ledger: string;
  readonly position: number;
}

const SQLITE = 'sqlite:';

/**
 * Makes sure that no empty ledger takes the place of one of which there are facts, because its file is not there.
 * @param file of the facts
 * @throws LedgerChanged
 */
export function requireLedgerOf(file: string, ledgerUrl: string): void {
  if (!ledgerUrl.startsWith(SQLITE)) return;
  if (existsSync(ledgerUrl.slice(SQLITE.length)) || !existsSync(file)) return;
  const known = knownIn(file);
  if (known?.ledger === placeOf(ledgerUrl) && known.position > 0)
    throw new LedgerChanged(
      known.ledger,
      `it is missing, and they have seen it up to position ${known.position}`,
    );
}

/** Undefined where the file cannot be read, or says nothing of it. */
function knownIn(file: string): Known | undefined {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      if (db.pragma('user_version', { simple: true }) !== SCHEMA_VERSION) return undefined;
      return db.prepare<[], Known>('SELECT ledger, position FROM source, checkpoint').get();
    } finally {
      db.close();
    }
  } catch {
    // It is damaged or of another program: whoever opens it next says so.
    return undefined;
  }
}
