import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { NO_EVENTS } from '../ledger/digest.js';
import { makeFolder } from '../ledger/make-folder.js';

/** "SFCT" in the file's header, so that another program's database is never dropped. */
const APPLICATION_ID = 0x53464354;
/** Any change of what the projection writes makes this one larger, and every file of an older one is built anew. */
export const SCHEMA_VERSION = 4;
/** Where a version of a dossier ends that no later one has followed. */
export const OPEN = Number.MAX_SAFE_INTEGER;

/**
 * A dossier is known by the position of the record that opened it, which also is its place in every list.
 * `from_position` says since when something holds, so that the same rows answer for every earlier position.
 * Rows of `facts` are written once; only `to_position` changes, when a later version follows. Their ids are
 * never used again, so that readers may keep what they have parsed.
 */
const SCHEMA = `
  CREATE TABLE dossiers (
    address TEXT PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Each version of a dossier, held by the ledger during [from_position, to_position).
  CREATE TABLE facts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dossier INTEGER NOT NULL,
    from_position INTEGER NOT NULL,
    to_position INTEGER NOT NULL DEFAULT ${OPEN},
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX facts_by_dossier ON facts (dossier, from_position, to_position);

  -- In which dossiers a record stands that has none of its own.
  CREATE TABLE places (
    address TEXT NOT NULL,
    dossier TEXT NOT NULL,
    PRIMARY KEY (address, dossier)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE links (
    target TEXT NOT NULL,
    dossier INTEGER NOT NULL,
    from_position INTEGER NOT NULL,
    PRIMARY KEY (target, dossier)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE streams (
    name TEXT PRIMARY KEY,
    from_position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE summit_streams (
    summit TEXT NOT NULL,
    stream TEXT NOT NULL,
    from_position INTEGER NOT NULL,
    PRIMARY KEY (summit, stream)
  ) STRICT, WITHOUT ROWID;

  -- Milliseconds since 1970: the running maximum, since clocks of several writers may disagree.
  CREATE TABLE moments (
    position INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX moments_by_time ON moments (recorded_at);

  -- Rows are ids of facts. What is indexed was folded before; the tokenizer only parts it at spaces.
  CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
  );

  -- The last event projected, the position of the one before it, and the running hash up to it.
  CREATE TABLE checkpoint (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    position INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    event TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  INSERT INTO checkpoint VALUES (1, 0, 0, '', '${NO_EVENTS}');

  -- Whose facts they are: where the ledger is, and which one.
  CREATE TABLE source (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    ledger TEXT NOT NULL,
    id TEXT NOT NULL,
    epoch TEXT NOT NULL,
    -- Of this file: one that is made in its place has another.
    generation TEXT NOT NULL
  ) STRICT;
  INSERT INTO source VALUES (1, '', '', '', lower(hex(randomblob(8))));

  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Where the facts of a service are. */
export function factsFile(dataDir: string): string {
  return join(dataDir, 'facts.sqlite');
}

/**
 * Opens the projection's file for its one writer. A missing file is created with its folder; one that another
 * version of the schema has left, or that is damaged, is dropped: the ledger has it all.
 * @throws where it is no projection's, or the system does not let it be opened
 */
export function openFactsFile(
  file: string,
  log: (message: string) => void = () => undefined,
): Database.Database {
  makeFolder(dirname(file));
  if (existsSync(file) && !isUsable(file, log)) drop(file);
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  // The ledger has it all: what a power failure takes is projected again.
  db.pragma('synchronous = NORMAL');
  db.pragma('wal_autocheckpoint = 10000');
  db.pragma('cache_size = -65536');
  if (db.pragma('user_version', { simple: true }) === 0) db.transaction(() => db.exec(SCHEMA))();
  return db;
}

/** Forgets all that was projected, in the file that readers have open. */
export function clearFacts(db: Database.Database): void {
  const tables = ['dossiers', 'facts', 'places', 'links', 'streams', 'summit_streams', 'moments'];
  db.transaction(() => {
    for (const table of tables) db.exec(`DELETE FROM ${table}`);
    db.exec(`INSERT INTO words (words) VALUES ('delete-all');
      UPDATE checkpoint SET position = 0, previous = 0, event = '', hash = '${NO_EVENTS}'`);
  })();
}

/** @throws where the file is one that no projection has written */
function isUsable(file: string, log: (message: string) => void): boolean {
  const db = new Database(file);
  try {
    const version = db.pragma('user_version', { simple: true });
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (tables !== 0 && db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new Error(`${file} is a database of another program, not a projection of facts`);
    if (tables !== 0 && version !== SCHEMA_VERSION) return false;
    const finding = findingIn(db);
    if (finding !== 'ok') log(`the facts file ${file} ${BUILT_ANEW}: ${finding}`);
    return finding === 'ok';
  } catch (error) {
    if (!isDamage(error)) throw error;
    log(`the facts file ${file} ${BUILT_ANEW}: ${String(error.message)}`);
    return false;
  } finally {
    db.close();
  }
}

const BUILT_ANEW = 'is damaged and is built anew from the ledger';
/** Some 100 ms of reading; of a larger file, damage is found where it is met. */
const CHECKED_AT_START = 256_000_000;

/** What is wrong with the pages of a file, or `ok`. */
function findingIn(db: Database.Database): string {
  if (statSync(db.name).size > CHECKED_AT_START) return 'ok';
  try {
    return String(db.pragma('quick_check(1)', { simple: true }));
  } catch (error) {
    // Where the words' tables are harmed, the check itself fails, in words of theirs.
    return error instanceof Error ? error.message : String(error);
  }
}

/** By its code, not by its class: the native part of better-sqlite3 keeps the class of whoever loaded it first. */
export function isDamage(error: unknown): error is { readonly code: unknown; readonly message: unknown } {
  const isTold = typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
  return isTold && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code));
}

/** Readers that have it open read on in what they have. */
export function drop(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/**
 * A position as the file's integers hold it.
 * @throws PositionTooLarge
 */
export function positionNumber(position: string): number {
  const number = Number(position);
  if (!Number.isSafeInteger(number)) throw new PositionTooLarge(position);
  return number;
}

/** A ledger has outgrown 2^53 positions, which the file's integers cannot hold exactly. */
export class PositionTooLarge extends RangeError {
  constructor(position: string) {
    super(`position ${position} is larger than the facts file can hold (2^53 - 1)`);
    this.name = 'PositionTooLarge';
  }
}
