import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from '../make-folder.js';
import { LedgerUnavailable, LedgerUnusable } from '../ledger.js';

/** "SLGR" in the file's header, so that another program's database is never taken for a ledger. */
const APPLICATION_ID = 0x534c4752;
const SCHEMA_VERSION = 1;
/** Opening may meet another process that creates or recovers the file. */
const OPENING_TIMEOUT_MS = 5_000;
/** Waiting for a lock blocks the event loop, and with it every reader. */
const WRITING_TIMEOUT_MS = 100;

/**
 * No unique index on event ids: it is the dearest part of a write, and `UNIQUE (stream_id, revision)` with an
 * expected revision already tells a repeated append. The data come last, so that a filter need not read them.
 */
const SCHEMA = `
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream_id INTEGER NOT NULL REFERENCES streams (id),
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    metadata TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (stream_id, revision)
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens a ledger's file; unless `readonly`, creates it and its folder where there is none.
 * @throws LedgerUnavailable when the file cannot be opened; LedgerUnusable when it is no ledger, or of a newer schema
 */
export function openLedgerFile(file: string, readonly: boolean): Database.Database {
  return guarded(`Cannot open the ledger ${file}`, () => {
    if (!readonly) makeFolder(dirname(file));
    else if (!existsSync(file)) throw new LedgerUnavailable(`There is no ledger at ${file}`);
    const db = new Database(file, { readonly, timeout: OPENING_TIMEOUT_MS });
    try {
      prepare(db, readonly);
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  });
}

function prepare(db: Database.Database, readonly: boolean): void {
  if (!isLedger(db)) {
    if (readonly) throw new LedgerUnusable(`${db.name} is not a ledger`);
    db.pragma('journal_mode = WAL');
    db.transaction(() => isLedger(db) || db.exec(SCHEMA)).immediate();
  }
  // better-sqlite3 is compiled with NORMAL for WAL, which may lose acknowledged events with the power.
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 10000');
  db.pragma(`busy_timeout = ${WRITING_TIMEOUT_MS}`);
}

/** False for an empty database only. */
function isLedger(db: Database.Database): boolean {
  const application = db.pragma('application_id', { simple: true });
  const version = Number(db.pragma('user_version', { simple: true }));
  if (application === APPLICATION_ID && version <= SCHEMA_VERSION) return true;
  if (application === APPLICATION_ID) {
    throw new LedgerUnusable(
      `${db.name} was written by a newer version (its schema is ${version}, this version knows ${SCHEMA_VERSION})`,
    );
  }
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables !== 0) throw new LedgerUnusable(`${db.name} is a database of another program, not a ledger`);
  return false;
}

/**
 * Tells what SQLite and the file system say in the port's words.
 * @throws LedgerUnavailable for their errors; every other error as it is
 */
export function guarded<T>(failure: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asUnavailable(failure, error) ?? error;
  }
}

/** By its code, not by its class: the native part of better-sqlite3 keeps the class of whoever loaded it first. */
function asUnavailable(failure: string, error: unknown): LedgerUnavailable | undefined {
  if (!(typeof error === 'object' && error !== null && 'code' in error && 'message' in error))
    return undefined;
  const message = `${failure}: ${String(error.message)} (${String(error.code)})`;
  const Kind = error.code === 'SQLITE_NOTADB' ? LedgerUnusable : LedgerUnavailable;
  return new Kind(message, { cause: error });
}
