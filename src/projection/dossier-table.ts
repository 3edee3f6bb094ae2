import type { Database } from 'better-sqlite3';
import type { Dossier, DossierStore } from '../records/dossier.js';
import { OPEN, positionNumber } from './facts-schema.js';
import { indexKeysOf } from './index-keys.js';

/** The shelf of the projection: each dossier put on it is a new version from the current position on. */
export class DossierTable implements DossierStore {
  /** Of the event that is being projected. */
  position = 0;
  private readonly selectBody;
  private readonly selectPlaces;
  private readonly insertDossier;
  private readonly insertPlace;
  private readonly endVersion;
  private readonly insertVersion;
  private readonly insertLinks;
  private readonly insertSummitStream;
  private readonly insertWords;

  constructor(db: Database) {
    this.selectBody = db
      .prepare<[string], string>(
        `SELECT body FROM dossiers JOIN facts ON dossier = dossiers.position
         WHERE address = ? ORDER BY from_position DESC LIMIT 1`,
      )
      .pluck();
    this.selectPlaces = db
      .prepare<{ address: string }, string>(
        'SELECT dossier FROM places WHERE address = :address UNION ALL SELECT address FROM dossiers WHERE address = :address',
      )
      .pluck();
    this.insertDossier = db.prepare<[string, number]>('INSERT INTO dossiers VALUES (?, ?)');
    this.insertPlace = db.prepare<[string, string]>('INSERT INTO places VALUES (?, ?)');
    this.endVersion = db.prepare<[number, number]>(
      `UPDATE facts SET to_position = ? WHERE dossier = ? AND to_position = ${OPEN}`,
    );
    this.insertVersion = db.prepare<[number, number, string]>(
      'INSERT INTO facts (dossier, from_position, body) VALUES (?, ?, ?)',
    );
    // One call for all of a dossier's links: crossing over into SQLite is a good part of what a row costs.
    this.insertLinks = db.prepare<{ targets: string; dossier: number; position: number }>(
      'INSERT OR IGNORE INTO links SELECT value, :dossier, :position FROM json_each(:targets)',
    );
    this.insertSummitStream = db.prepare<[string, string, number]>(
      'INSERT OR IGNORE INTO summit_streams VALUES (?, ?, ?)',
    );
    this.insertWords = db.prepare<[number | bigint, string]>('INSERT INTO words (rowid, text) VALUES (?, ?)');
  }

  dossier(address: string): Dossier | undefined {
    const body = this.selectBody.get(address);
    // Only `put` writes bodies.
    return body === undefined ? undefined : (JSON.parse(body) as Dossier);
  }

  put(dossier: Dossier): void {
    const { address, position, stream } = dossier.record;
    const opened = positionNumber(position);
    if (opened === this.position) this.insertDossier.run(address, opened);
    else this.endVersion.run(this.position, opened);
    const { lastInsertRowid } = this.insertVersion.run(opened, this.position, JSON.stringify(dossier));
    const { targets, summits, words } = indexKeysOf(dossier);
    this.insertLinks.run({ targets: JSON.stringify([...targets]), dossier: opened, position: this.position });
    for (const summit of summits) this.insertSummitStream.run(summit, stream, this.position);
    if (words.size > 0) this.insertWords.run(lastInsertRowid, [...words].join(' '));
  }

  placesOf(address: string): readonly string[] {
    return this.selectPlaces.all({ address });
  }

  place(address: string, dossiers: readonly string[]): void {
    for (const dossier of dossiers) if (dossier !== address) this.insertPlace.run(address, dossier);
  }
}
