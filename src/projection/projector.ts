import type { Database } from 'better-sqlite3';
import type { LedgerEvent } from '../ledger/ledger.js';
import { fold } from '../records/dossier.js';
import { recorded } from '../records/recorded.js';
import { clearFacts, positionNumber } from './facts-schema.js';
import { DossierTable } from './dossier-table.js';

/** How far the ledger has been projected. */
export interface Checkpoint {
  /** Of the last event projected; `START` before the first. */
  readonly position: string;
  /** Of the event before that. */
  readonly previous: string;
  /** The id of the last event projected. */
  readonly event: string;
}

interface CheckpointRow {
  readonly position: number;
  readonly previous: number;
  readonly event: string;
}

/** Folds events into the rows of the facts file. One at a time may write to a file. */
export class Projector {
  private readonly dossiers: DossierTable;
  private readonly selectCheckpoint;
  private readonly updateCheckpoint;
  private readonly selectLatest;
  private readonly insertMoment;
  private readonly insertStream;
  private readonly inTransaction: (events: readonly LedgerEvent[]) => void;

  constructor(private readonly db: Database) {
    this.dossiers = new DossierTable(db);
    this.selectCheckpoint = db.prepare<[], CheckpointRow>('SELECT position, previous, event FROM checkpoint');
    this.updateCheckpoint = db.prepare<[number, number, string]>(
      'UPDATE checkpoint SET position = ?, previous = ?, event = ?',
    );
    this.selectLatest = db
      .prepare<[], number>('SELECT recorded_at FROM moments ORDER BY position DESC LIMIT 1')
      .pluck();
    this.insertMoment = db.prepare<[number, number]>('INSERT INTO moments VALUES (?, ?)');
    this.insertStream = db.prepare<[string, number]>('INSERT OR IGNORE INTO streams VALUES (?, ?)');
    this.inTransaction = db.transaction((events: readonly LedgerEvent[]) => this.project(events));
  }

  /**
   * Projects the next events of the ledger, in its order: rows and checkpoint in one transaction. Those that
   * were projected before are passed over.
   * @returns the position reached
   * @throws UnknownEventType for a stored type that this version does not know; nothing is written then
   */
  take(events: readonly LedgerEvent[]): string {
    const reached = Number(this.checkpoint().position);
    const next = events.filter((event) => positionNumber(event.position) > reached);
    if (next.length > 0) this.inTransaction(next);
    return this.checkpoint().position;
  }

  checkpoint(): Checkpoint {
    const row = this.selectCheckpoint.get();
    if (!row) throw new Error(`${this.db.name} has no checkpoint`);
    return { position: String(row.position), previous: String(row.previous), event: row.event };
  }

  /** Forgets everything, to begin again. */
  clear(): void {
    clearFacts(this.db);
  }

  private project(events: readonly LedgerEvent[]): void {
    let previous = Number(this.checkpoint().position);
    let reached = previous;
    let latest = this.selectLatest.get() ?? -Infinity;
    for (const event of events) {
      const record = recorded(event);
      [previous, reached] = [reached, positionNumber(event.position)];
      latest = Math.max(latest, Date.parse(event.recordedAt));
      this.insertMoment.run(reached, latest);
      this.insertStream.run(event.stream, reached);
      this.dossiers.position = reached;
      fold(this.dossiers, record);
    }
    this.updateCheckpoint.run(reached, previous, events.at(-1)?.id ?? '');
  }
}
