import { Option } from 'commander';
import { loadConfig } from '../config.js';
import { DamagedEvent } from '../ledger/digest.js';
import { LedgerUnavailable } from '../ledger/ledger.js';
import { fileIn } from '../ledger/open-ledger.js';
import { MissingInOrder } from '../ledger/verify.js';
import { exitCodes, Failure } from './failure.js';
import type { Shell } from './shell.js';

export function ledgerOption(): Option {
  return new Option('--ledger <url>', 'sqlite:… (default: LEDGER_URL, or ledger.sqlite in DATA_DIR)');
}

/**
 * The file of the ledger that the service is configured for, or that was named.
 * @throws Failure for a ledger that is in no file
 */
export function fileOfLedger(url: string | undefined, environment: Shell['environment']): string {
  const file = fileIn(url ?? loadConfig(environment).ledgerUrl);
  if (file !== undefined) return file;
  throw new Failure(
    'this is for a ledger in a file; EventStoreDB has backups of its own, and summit-ledger copy makes a file of it',
    exitCodes.refused,
  );
}

/** What is wrong with a ledger, as one sentence for a person. */
export function inOneSentence(error: unknown): never {
  const isTold = [LedgerUnavailable, DamagedEvent, MissingInOrder].some((kind) => error instanceof kind);
  throw isTold && error instanceof Error ? new Failure(error.message) : error;
}
