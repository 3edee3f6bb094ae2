import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { SCHEMA_VERSION } from '../../projection/facts-schema.js';
import { sentenceOf, type Finding } from './finding.js';
import type { Examined } from './examine-ledger.js';

/** How far a facts file is, and of which ledger. */
export interface FactsCheckpoint {
  readonly position: string;
  readonly hash: string;
  readonly id: string;
  readonly epoch: string;
}

const ANEW = 'nothing is lost: start the service, which builds them anew from the ledger';

/** Reads where the facts stand; what is wrong with the file itself is a finding. */
export function checkpointIn(file: string): FactsCheckpoint | Finding {
  if (!existsSync(file)) return { of: 'facts', is: `there are none at ${file} yet; the service makes them` };
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return read(db, file);
    } finally {
      db.close();
    }
  } catch (error) {
    return { of: 'facts', is: `${file} cannot be read: ${sentenceOf(error)}`, remedy: ANEW };
  }
}

function read(db: Database.Database, file: string): FactsCheckpoint | Finding {
  if (db.pragma('user_version', { simple: true }) !== SCHEMA_VERSION)
    return { of: 'facts', is: `${file} is of another version of the service`, remedy: ANEW };
  const checked = String(db.pragma('quick_check(1)', { simple: true }));
  if (checked !== 'ok') return { of: 'facts', is: `${file} is damaged: ${checked}`, remedy: ANEW };
  const checkpoint = db
    .prepare<[], FactsCheckpoint>(
      'SELECT CAST(position AS TEXT) AS position, hash, id, epoch FROM checkpoint, source',
    )
    .get();
  return checkpoint ?? { of: 'facts', is: `${file} has no checkpoint`, remedy: ANEW };
}

/** Whether the facts are of this ledger, and of all that comes before where they stand. */
export function compareFacts(facts: FactsCheckpoint, { identity, extent }: Examined): Finding {
  if (!identity || !extent) return { of: 'facts', is: `they stand at position ${facts.position}` };
  if (facts.position === '0') return { of: 'facts', is: 'they are at the beginning' };
  const isSame = facts.id === identity.id && facts.epoch === identity.epoch && facts.hash === extent.hashAt;
  if (isSame) return { of: 'facts', is: `they reflect the ledger up to position ${facts.position}` };
  return {
    of: 'facts',
    is: `they are not of this ledger as it is: at position ${facts.position} they have seen other events`,
    remedy:
      'if the ledger was exchanged by mistake, restore the right one; if it is the one to go on with, start once with ' +
      'ACCEPT_LEDGER_CHANGE=true',
  };
}
