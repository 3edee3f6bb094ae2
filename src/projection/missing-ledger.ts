import { existsSync } from 'node:fs';
import { START } from '../ledger/ledger.js';
import { fileIn } from '../ledger/open-ledger.js';
import { checkpointOf, readingFacts, type FactsCheckpoint } from './facts-checkpoint.js';
import { SCHEMA_VERSION } from './facts-schema.js';
import { LedgerChanged, placeOf } from './source.js';

/**
 * Makes sure that no empty ledger takes the place of one of which there are facts, because its file is not there.
 * @param file of the facts
 * @throws LedgerChanged
 */
export function requireLedgerOf(file: string, ledgerUrl: string): void {
  const ledger = fileIn(ledgerUrl);
  if (ledger === undefined || existsSync(ledger) || !existsSync(file)) return;
  const known = knownIn(file);
  if (known?.ledger === placeOf(ledgerUrl) && known.position !== START)
    throw new LedgerChanged(
      known.ledger,
      `it is missing, and they have seen it up to position ${known.position}`,
    );
}

/** Undefined where the file cannot be read, or says nothing of it. */
function knownIn(file: string): FactsCheckpoint | undefined {
  try {
    return readingFacts(file, (db) =>
      db.pragma('user_version', { simple: true }) === SCHEMA_VERSION ? checkpointOf(db) : undefined,
    );
  } catch {
    // It is damaged or of another program: whoever opens it next says so.
    return undefined;
  }
}
