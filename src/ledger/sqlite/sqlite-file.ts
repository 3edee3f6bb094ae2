import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from '../make-folder.js';
import { FIRST_EPOCH, LedgerUnavailable, LedgerUnusable, type LedgerIdentity } from '../ledger.js';

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

/** A ledger is known by an id of its own, whatever its file is called and whatever it holds. */
const IDENTITY = `
  CREATE TABLE ledger (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    id TEXT NOT NULL,
    epoch TEXT NOT NULL
  ) STRICT;
  INSERT INTO ledger VALUES (1, lower(hex(randomblob(16))), '${FIRST_EPOCH}');
`;

export interface OpenFileOptions {
  /** Opens what is there and only reads it. */
  readonly readonly?: boolean;
  /** Whether one that is not there is created, with its folder. */
  readonly create?: boolean;
}

/**
 * Opens a ledger's file.
 * @throws LedgerUnavailable when the file cannot be opened; LedgerUnusable when it is no ledger, damaged, or of a newer
 *   schema
 */
export function openLedgerFile(
  file: string,
  { readonly = false, create = !readonly }: OpenFileOptions = {},
): Database.Database {
  return guarded(`Cannot open the ledger ${file}`, () => {
    if (create) makeFolder(dirname(file));
    else if (!existsSync(file)) throw new LedgerUnavailable(`There is no ledger at ${file}`);
    const hasLog = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const db = new Database(file, { readonly, timeout: OPENING_TIMEOUT_MS });
    try {
      prepare(db, readonly);
      if (hasLog && create) requireItsOwnLog(db);
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
    db.transaction(() => isLedger(db) || db.exec(SCHEMA + IDENTITY)).immediate();
  }
  // Release 0.1.0 gave its ledgers no identity.
  if (!readonly && !hasIdentity(db)) db.transaction(() => hasIdentity(db) || db.exec(IDENTITY)).immediate();
  // better-sqlite3 is compiled with NORMAL for WAL, which may lose acknowledged events with the power.
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 10000');
  db.pragma(`busy_timeout = ${WRITING_TIMEOUT_MS}`);
}

/**
 * A process that was killed leaves a log that is taken in when the file is opened next. Where the file was exchanged
 * meanwhile, the log is that of another, and what comes of both is a ruin that may be written to for a long time.
 * @throws LedgerUnusable
 */
function requireItsOwnLog(db: Database.Database): void {
  let finding: unknown;
  try {
    finding = db.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    finding = error instanceof Error ? error.message : error;
  }
  if (finding === 'ok') return;
  throw new LedgerUnusable(
    `${db.name} and ${db.name}-wal do not fit together, or are damaged (${String(finding)}). A backup that is laid ` +
      'over a ledger leaves the old -wal file beside it: use summit-ledger restore',
  );
}

function hasIdentity(db: Database.Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ledger'").get() !== undefined;
}

/** Which ledger a file holds; the id is empty for one of release 0.1.0 that was never opened to be written since. */
export function identityIn(db: Database.Database): LedgerIdentity {
  const found = hasIdentity(db)
    ? db.prepare<[], LedgerIdentity>('SELECT id, epoch FROM ledger').get()
    : undefined;
  return found ?? { id: '', epoch: FIRST_EPOCH };
}

/** From now on, what was seen of the ledger before may be gone. */
export function beginEpoch(db: Database.Database): void {
  db.exec('UPDATE ledger SET epoch = lower(hex(randomblob(4)))');
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
export function asUnavailable(failure: string, error: unknown): LedgerUnavailable | undefined {
  if (!(typeof error === 'object' && error !== null && 'code' in error && 'message' in error))
    return undefined;
  const message = `${failure}: ${String(error.message)} (${String(error.code)})`;
  const Kind = error.code === 'SQLITE_NOTADB' ? LedgerUnusable : LedgerUnavailable;
  return new Kind(message, { cause: error });
}
