import type { Database } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Dossier } from '../records/dossier.js';

/** Characters of JSON whose parsed form is kept; reading it again is most of what a question costs. */
const CHARACTERS_KEPT = 32_000_000;

interface Row {
  readonly id: number;
  readonly body: string;
}

/** Dossiers by the ids of their rows, which never change once they are written. */
export class DossierCache {
  private readonly selectBodies;
  private readonly parsed = new LRUCache<number, Dossier>({ maxSize: CHARACTERS_KEPT });

  constructor(db: Database) {
    this.selectBodies = db.prepare<[string], Row>(
      'SELECT id, body FROM facts WHERE id IN (SELECT value FROM json_each(?))',
    );
  }

  /** In the order of the ids. To be called in the transaction in which the ids were read. */
  read(ids: readonly number[]): Dossier[] {
    const kept = ids.map((id) => this.parsed.get(id));
    const missing = this.parse(ids.filter((_id, i) => kept[i] === undefined));
    return ids.flatMap((id, i) => kept[i] ?? missing.get(id) ?? []);
  }

  private parse(ids: readonly number[]): Map<number, Dossier> {
    const dossiers = new Map<number, Dossier>();
    if (ids.length === 0) return dossiers;
    for (const { id, body } of this.selectBodies.iterate(JSON.stringify(ids))) {
      // Only the projector writes bodies.
      const dossier = JSON.parse(body) as Dossier;
      this.parsed.set(id, dossier, { size: body.length });
      dossiers.set(id, dossier);
    }
    return dossiers;
  }
}
