import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { checkpointOf, readingFacts, type FactsCheckpoint } from '../../projection/facts-checkpoint.js';
import { SCHEMA_VERSION } from '../../projection/facts-schema.js';
import { messageOf } from '../failure.js';
import type { Finding } from './finding.js';
import type { Examined } from './examine-ledger.js';

const ANEW = 'nothing is lost: start the service, which builds them anew from the ledger';

/** Reads where the facts stand; what is wrong with the file itself is a finding. */
export function checkpointIn(file: string): FactsCheckpoint | Finding {
  if (!existsSync(file)) return { of: 'facts', is: `there are none at ${file} yet; the service makes them` };
  try {
    return readingFacts(file, (db) => examined(db, file));
  } catch (error) {
    return { of: 'facts', is: `${file} cannot be read: ${messageOf(error)}`, remedy: ANEW };
  }
}

function examined(db: Database, file: string): FactsCheckpoint | Finding {
  if (db.pragma('user_version', { simple: true }) !== SCHEMA_VERSION)
    return { of: 'facts', is: `${file} is of another version of the service`, remedy: ANEW };
  const checked = String(db.pragma('quick_check(1)', { simple: true }));
  if (checked !== 'ok') return { of: 'facts', is: `${file} is damaged: ${checked}`, remedy: ANEW };
  return checkpointOf(db) ?? { of: 'facts', is: `${file} has no checkpoint`, remedy: ANEW };
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
