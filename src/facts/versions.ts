import type { Database } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Dossier } from '../records/dossier.js';

/** Characters of JSON whose parsed form is kept; reading it again is most of what a question costs. */
const CHARACTERS_KEPT = 32_000_000;

/** Dossiers by the ids of their rows, which never change once they are written. */
export class Versions {
  private readonly selectBody;
  private readonly parsed = new LRUCache<number, Dossier>({ maxSize: CHARACTERS_KEPT });

  constructor(db: Database) {
    this.selectBody = db.prepare<[number], string>('SELECT body FROM facts WHERE id = ?').pluck();
  }

  /** In the order of the ids. To be called in the transaction in which the ids were read. */
  read(ids: readonly number[]): Dossier[] {
    return ids.map((id) => this.parsed.get(id) ?? this.parse(id));
  }

  private parse(id: number): Dossier {
    const body = this.selectBody.get(id);
    if (body === undefined) throw new Error(`the facts have no row ${id}`);
    // Only the projector writes bodies.
    const dossier = JSON.parse(body) as Dossier;
    this.parsed.set(id, dossier, { size: body.length });
    return dossier;
  }
}
