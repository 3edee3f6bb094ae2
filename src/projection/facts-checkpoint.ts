import Database from 'better-sqlite3';
import type { Source } from './source-table.js';

/** How far a facts file is, and of which ledger. */
export interface FactsCheckpoint extends Source {
  readonly position: string;
  /** The running hash up to that position. */
  readonly hash: string;
}

/** Reads a facts file beside whoever writes it. It throws what SQLite does where there is none, or it is damaged. */
export function readingFacts<T>(file: string, read: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

/** Of a file that this version has written. */
export function checkpointOf(db: Database.Database): FactsCheckpoint | undefined {
  return db
    .prepare<[], FactsCheckpoint>(
      'SELECT CAST(position AS TEXT) AS position, hash, ledger, id, epoch FROM checkpoint, source',
    )
    .get();
}
