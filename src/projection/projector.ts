import type { Database } from 'better-sqlite3';
import { chained, verifiedDigest } from '../ledger/digest.js';
import type { LedgerEvent } from '../ledger/ledger.js';
import { untilUnreadable } from '../ledger/until-unreadable.js';
import { fold } from '../records/dossier.js';
import { recorded, type Recorded } from '../records/recorded.js';
import { clearFacts, positionNumber } from './facts-schema.js';
import { DossierTable } from './dossier-table.js';
import { SourceTable } from './source-table.js';

/** How far the ledger has been projected. */
export interface Checkpoint {
  /** Of the last event projected; `START` before the first. */
  readonly position: string;
  /** Of the event before that. */
  readonly previous: string;
  /** The id of the last event projected. */
  readonly event: string;
  /** The running hash over all events up to and including it; see docs/integrity.md. */
  readonly hash: string;
}

interface CheckpointRow {
  readonly position: number;
  readonly previous: number;
  readonly event: string;
  readonly hash: string;
}

/** An event that can be projected, and the digest of its content. */
interface Readable {
  readonly event: LedgerEvent;
  readonly record: Recorded;
  readonly digest: string;
}

/** Folds events into the rows of the facts file. One at a time may write to a file. */
export class Projector {
  readonly source: SourceTable;
  private readonly dossiers: DossierTable;
  private readonly selectCheckpoint;
  private readonly updateCheckpoint;
  private readonly selectLatest;
  private readonly insertMoment;
  private readonly insertStream;
  private readonly inTransaction: (events: readonly Readable[]) => void;

  constructor(private readonly db: Database) {
    this.source = new SourceTable(db);
    this.dossiers = new DossierTable(db);
    this.selectCheckpoint = db.prepare<[], CheckpointRow>(
      'SELECT position, previous, event, hash FROM checkpoint',
    );
    this.updateCheckpoint = db.prepare<CheckpointRow>(
      'UPDATE checkpoint SET position = @position, previous = @previous, event = @event, hash = @hash',
    );
    this.selectLatest = db
      .prepare<[], number>('SELECT recorded_at FROM moments ORDER BY position DESC LIMIT 1')
      .pluck();
    this.insertMoment = db.prepare<[number, number]>('INSERT INTO moments VALUES (?, ?)');
    this.insertStream = db.prepare<[string, number]>('INSERT OR IGNORE INTO streams VALUES (?, ?)');
    this.inTransaction = db.transaction((events: readonly Readable[]) => this.project(events));
  }

  /**
   * Projects the next events of the ledger, in its order: rows and checkpoint in one transaction. Those that
   * were projected before are passed over; where one cannot be read, those before it are projected.
   * @returns the position reached
   * @throws UnknownEventType for a stored type, or a version of it, that this code does not know; DamagedEvent for
   *   one that is not what was recorded
   */
  take(events: readonly LedgerEvent[]): string {
    const reached = Number(this.checkpoint().position);
    const next = events.filter((event) => positionNumber(event.position) > reached);
    const { readable, obstacle } = untilUnreadable(next, asReadable);
    if (readable.length > 0) this.inTransaction(readable);
    if (obstacle) throw obstacle;
    return this.checkpoint().position;
  }

  checkpoint(): Checkpoint {
    const row = this.selectCheckpoint.get();
    if (!row) throw new Error(`${this.db.name} has no checkpoint`);
    return {
      position: String(row.position),
      previous: String(row.previous),
      event: row.event,
      hash: row.hash,
    };
  }

  /** Forgets everything, to begin again. */
  clear(): void {
    clearFacts(this.db);
  }

  private project(events: readonly Readable[]): void {
    const checkpoint = this.checkpoint();
    let { hash } = checkpoint;
    let previous = Number(checkpoint.position);
    let reached = previous;
    let latest = this.selectLatest.get() ?? -Infinity;
    for (const { event, record, digest } of events) {
      [previous, reached] = [reached, positionNumber(event.position)];
      latest = Math.max(latest, Date.parse(event.recordedAt));
      this.insertMoment.run(reached, latest);
      this.insertStream.run(event.stream, reached);
      this.dossiers.position = reached;
      fold(this.dossiers, record);
      hash = chained(hash, digest);
    }
    this.updateCheckpoint.run({ position: reached, previous, event: events.at(-1)?.event.id ?? '', hash });
  }
}

function asReadable(event: LedgerEvent): Readable {
  return { event, digest: verifiedDigest(event), record: recorded(event) };
}
