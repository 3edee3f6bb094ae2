import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Facts } from '../../src/projection/facts.js';
import { openFactsFile } from '../../src/projection/facts-schema.js';
import { Projector } from '../../src/projection/projector.js';
import type { LedgerEvent } from '../../src/ledger/ledger.js';

/** A facts file of its own with its one writer and a reader. */
export interface FactsFile extends Disposable {
  readonly file: string;
  readonly db: Database;
  readonly projector: Projector;
  readonly facts: Facts;
}

export function factsFile(file = join(scratchFolder(), 'facts.sqlite')): FactsFile {
  const db = openFactsFile(file);
  const facts = new Facts(file);
  return {
    file,
    db,
    projector: new Projector(db),
    facts,
    [Symbol.dispose]: () => {
      facts.close();
      db.close();
    },
  };
}

const folders: string[] = [];

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'summit-ledger-'));
  folders.push(folder);
  return folder;
}

/** For `afterAll`. */
export function removeScratchFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A facts file into which the events were projected, batch by batch. */
export function projected(...batches: readonly (readonly LedgerEvent[])[]): FactsFile {
  const file = factsFile();
  for (const batch of batches) file.projector.take(batch);
  return file;
}

/** Every row of every table, and nothing of how they are stored. */
export function rowsOf(db: Database): string {
  const tables = [
    'dossiers',
    'facts',
    'places',
    'links',
    'streams',
    'summit_streams',
    'moments',
    'checkpoint',
  ];
  return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()));
}
