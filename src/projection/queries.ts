import type { Database } from 'better-sqlite3';

interface AsOf {
  readonly asOf: number;
}

/** The version of a dossier that the ledger held at a position. */
const VERSION =
  'facts ON facts.dossier = dossiers.position AND facts.from_position <= :asOf AND facts.to_position > :asOf';
/** Addresses are a stream, a slash and an id; the character after the slash is the zero. */
const DOSSIERS_OF_STREAM = "dossiers ON address > stream || '/' AND address < stream || '0'";

/** What is asked of the facts file. Lists of dossiers come as ids of `facts`, in the order of positions. */
export class Queries {
  constructor(private readonly db: Database) {}

  readonly position = this.db.prepare<[], number>('SELECT position FROM checkpoint').pluck();
  readonly positionAt = this.db
    .prepare<[number], number>(
      'SELECT position FROM moments WHERE recorded_at <= ? ORDER BY recorded_at DESC, position DESC LIMIT 1',
    )
    .pluck();
  readonly timeOf = this.db
    .prepare<[number], number>(
      'SELECT recorded_at FROM moments WHERE position <= ? ORDER BY position DESC LIMIT 1',
    )
    .pluck();
  readonly ofSummit = this.db
    .prepare<AsOf & { summit: string }, number>(
      `SELECT facts.id FROM summit_streams CROSS JOIN ${DOSSIERS_OF_STREAM} CROSS JOIN ${VERSION}
         WHERE summit = :summit AND summit_streams.from_position <= :asOf ORDER BY facts.dossier`,
    )
    .pluck();
  readonly streamsOfSummit = this.db
    .prepare<AsOf & { summit: string }, string>(
      'SELECT stream FROM summit_streams WHERE summit = :summit AND from_position <= :asOf ORDER BY stream',
    )
    .pluck();
  readonly ofStreams = this.db
    .prepare<AsOf & { names: string }, number>(
      `SELECT facts.id FROM (SELECT value AS stream FROM json_each(:names))
         CROSS JOIN ${DOSSIERS_OF_STREAM} CROSS JOIN ${VERSION} ORDER BY facts.dossier`,
    )
    .pluck();
  readonly naming = this.db
    .prepare<AsOf & { target: string }, number>(
      `SELECT facts.id FROM (SELECT dossier AS position FROM links WHERE target = :target AND from_position <= :asOf) AS dossiers
         CROSS JOIN ${VERSION} ORDER BY facts.dossier`,
    )
    .pluck();
  readonly dossier = this.db
    .prepare<AsOf & { address: string }, number>(
      `SELECT facts.id FROM dossiers CROSS JOIN ${VERSION}
         WHERE address = coalesce((SELECT min(dossier) FROM places WHERE address = :address), :address)`,
    )
    .pluck();
  readonly streams = this.db
    .prepare<AsOf & { category: string; after: string; limit: number }, string>(
      `SELECT name FROM streams
         WHERE name > :category || '-' AND name < :category || '.' AND name > :after AND from_position <= :asOf
         ORDER BY name LIMIT :limit`,
    )
    .pluck();
  readonly search = this.db
    .prepare<AsOf & { words: string; after: number; limit: number }, number>(
      `SELECT facts.id FROM words CROSS JOIN facts ON facts.id = words.rowid
         WHERE words MATCH :words AND from_position <= :asOf AND to_position > :asOf AND dossier > :after
         ORDER BY dossier LIMIT :limit`,
    )
    .pluck();
}
