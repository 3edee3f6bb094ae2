import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { LedgerUnavailable } from '../ledger.js';
import { makeFolder } from '../make-folder.js';
import { verifyLedger, type Extent } from '../verify.js';
import { asUnavailable, beginEpoch, guarded, openLedgerFile } from './sqlite-file.js';
import { openSqliteLedger } from './sqlite-ledger.js';

const PAGES_AT_ONCE = 2_000;

/** What a backup says of itself, so that a restore can tell whether it is whole. */
const NOTE = `
  DROP TABLE IF EXISTS backup;
  CREATE TABLE backup (events INTEGER NOT NULL, position TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
`;

/**
 * Copies a ledger's file as it is at one moment, also while it is written, into one file that needs no other, and
 * checks every event of the copy before it gets its name. A backup that is there under that name is replaced then.
 * @param told of how many pages of how many are copied
 * @throws LedgerUnavailable, LedgerUnusable, DamagedEvent or MissingInOrder; there is no new backup then
 */
export async function backUp(
  ledgerFile: string,
  backup: string,
  told: (copied: number, all: number) => void = () => undefined,
): Promise<Extent> {
  requireOther(ledgerFile, backup);
  // What is no ledger is not overwritten.
  if (existsSync(backup)) openLedgerFile(backup, { readonly: true }).close();
  const part = `${backup}.part`;
  remove(part);
  makeFolder(dirname(backup));
  try {
    await copyFile(ledgerFile, part, told);
    const extent = await sealed(part);
    renameSync(part, backup);
    sync(dirname(backup));
    return extent;
  } finally {
    remove(part);
  }
}

/**
 * Puts a backup in the place of a ledger, once every event of it was checked. What was there is kept beside it.
 * @param now names what is kept, as a time in milliseconds
 * @returns what the ledger holds, and where the one before it is, if there was one
 * @throws LedgerUnavailable where somebody has the ledger open; otherwise as `backUp`
 */
export async function restore(
  backup: string,
  ledgerFile: string,
  now: number,
): Promise<Extent & { readonly kept?: string }> {
  requireOther(backup, ledgerFile);
  const part = `${ledgerFile}.part`;
  remove(part);
  makeFolder(dirname(ledgerFile));
  try {
    await copyFile(backup, part, () => undefined);
    const extent = await sealed(part, backup);
    const db = openLedgerFile(part);
    beginEpoch(db);
    db.exec('DROP TABLE IF EXISTS backup');
    intoOneFile(db);
    db.close();
    sync(part);
    const kept = setAside(
      ledgerFile,
      `${ledgerFile}.before-${new Date(now).toISOString().replace(/[:.]/g, '-')}`,
    );
    renameSync(part, ledgerFile);
    sync(dirname(ledgerFile));
    return { ...extent, ...(kept !== undefined && { kept }) };
  } finally {
    remove(part);
  }
}

/** One read of the source lasts as long as the copy, so that it is of one moment and nobody waits for it. */
async function copyFile(
  from: string,
  to: string,
  told: (copied: number, all: number) => void,
): Promise<void> {
  const db = openLedgerFile(from, { readonly: true });
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM streams').get();
    await db.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        told(totalPages - remainingPages, totalPages);
        return PAGES_AT_ONCE;
      },
    });
    db.exec('COMMIT');
  } catch (error) {
    throw asUnavailable(`Cannot copy ${from}`, error) ?? error;
  } finally {
    db.close();
  }
}

/** Checks a copy, and writes into it what it holds; where it has that from before, it must be so still. */
async function sealed(part: string, name = part): Promise<Extent> {
  const ledger = openSqliteLedger({ file: part });
  const extent = await verifyLedger(ledger).finally(() => ledger.close());
  const db = openLedgerFile(part);
  try {
    const isNoted = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup'").get() !== undefined;
    const noted = isNoted ? db.prepare<[], Extent>('SELECT * FROM backup').get() : undefined;
    if (noted && noted.hash !== extent.hash)
      throw new LedgerUnavailable(
        `${name} is not whole: it was made with ${noted.events} events, up to position ${noted.position}, and holds ` +
          `${extent.events}, up to ${extent.position}`,
      );
    db.exec(NOTE);
    db.prepare('INSERT INTO backup VALUES (@events, @position, @hash)').run(extent);
    intoOneFile(db);
  } finally {
    db.close();
  }
  sync(part);
  return extent;
}

/** Takes in the log, which also fails where somebody else has the file open. */
function intoOneFile(db: Database.Database): void {
  guarded(`${db.name} is open elsewhere`, () => db.pragma('journal_mode = DELETE'));
}

/** @returns where the ledger is now that was there; undefined where there was none */
function setAside(file: string, to: string): string | undefined {
  if (!existsSync(file)) {
    // The log of a ledger that is gone would be taken in by the one that comes.
    remove(file);
    return undefined;
  }
  takeInLog(file);
  for (const suffix of ['-wal', '-shm', ''])
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${to}${suffix}`);
  return to;
}

/** @throws LedgerUnavailable where somebody has it open; one that is damaged is set aside as it is */
function takeInLog(file: string): void {
  let db: Database.Database;
  try {
    db = openLedgerFile(file);
  } catch {
    return;
  }
  try {
    intoOneFile(db);
  } catch (error) {
    if (error instanceof LedgerUnavailable && /LOCKED|BUSY/.test(error.message)) throw error;
  } finally {
    db.close();
  }
}

/** @throws LedgerUnavailable where there is nothing to copy, or it would be copied onto itself */
function requireOther(from: string, to: string): void {
  if (!existsSync(from)) throw new LedgerUnavailable(`There is no ledger at ${from}`);
  if (existsSync(to) && realpathSync(from) === realpathSync(to))
    throw new LedgerUnavailable(`${from} and ${to} are the same file`);
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
}

/** What was renamed or written is there after a power failure, too. */
function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
