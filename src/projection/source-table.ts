import type { Database } from 'better-sqlite3';
import type { LedgerIdentity } from '../ledger/ledger.js';

/** Whose facts a file holds. */
export interface Source extends LedgerIdentity {
  /** Where the ledger is, as it describes itself; empty before any was projected. */
  readonly ledger: string;
}

/** What a facts file keeps of the ledger that it was made from. */
export class SourceTable {
  private readonly selectSource;
  private readonly updateSource;
  private readonly selectGeneration;

  constructor(db: Database) {
    this.selectSource = db.prepare<[], Source>('SELECT ledger, id, epoch FROM source');
    this.selectGeneration = db.prepare<[], string>('SELECT generation FROM source').pluck();
    this.updateSource = db.prepare<Source>('UPDATE source SET ledger = @ledger, id = @id, epoch = @epoch');
  }

  /** Of the file that this is in. */
  generation(): string {
    return this.selectGeneration.get() ?? '';
  }

  read(): Source {
    return this.selectSource.get() ?? { ledger: '', id: '', epoch: '' };
  }

  write(source: Source): void {
    this.updateSource.run(source);
  }
}
