import Database from 'better-sqlite3';
import { within, type Dossier } from '../records/dossier.js';
import { wordsIn } from '../statement/words.js';
import { isDamage, OPEN } from './facts-schema.js';
import { FactsDamaged } from './projection-failures.js';
import { Queries } from './queries.js';
import { DossierCache } from './dossier-cache.js';

/** Which part of a long list is wanted. */
export interface PageRequest {
  /** What the list before this part ended with. */
  readonly after?: string;
  readonly limit: number;
}

/**
 * What was projected, as the ledger held it at a position. Dossiers are given whole, retracted and merged
 * ones included, in the order of their positions: what counts of them is for pure code to decide. Every read
 * sees one state, and its answer for a position never changes once that has been reached.
 */
export class Facts {
  private db: Database.Database;
  private queries: Queries;
  private versions: DossierCache;

  /**
   * @param file of a projection that was started: its rows are there, however few
   * @param damaged is told when what is read cannot be what was projected
   */
  constructor(
    private readonly file: string,
    private readonly damaged: (error: unknown) => void = () => undefined,
  ) {
    this.db = new Database(file, { readonly: true, fileMustExist: true });
    this.queries = new Queries(this.db);
    this.versions = new DossierCache(this.db);
  }

  /** Reads from the file that is there now, where the projection has made it anew. */
  reopen(): void {
    const before = this.db;
    this.db = new Database(this.file, { readonly: true, fileMustExist: true });
    this.queries = new Queries(this.db);
    this.versions = new DossierCache(this.db);
    before.close();
  }

  /** The position that has been reached; `START` before the first event. */
  position(): string {
    return this.reading(() => String(this.queries.position.get() ?? 0));
  }

  /** The last position recorded at or before a time in milliseconds since 1970; `START` when there is none. */
  positionAt(time: number): string {
    return this.reading(() => String(this.queries.positionAt.get(time) ?? 0));
  }

  /**
   * When a position was recorded, in milliseconds since 1970: never earlier than any position before it. Of a
   * position without an event, that of the last event before; undefined when there is none.
   */
  timeOf(position: string): number | undefined {
    return this.reading(() => this.queries.timeOf.get(asInteger(position)));
  }

  /** All dossiers of the streams in which a record ever belonged to the summit. */
  ofSummit(summit: string, asOf: string): Dossier[] {
    return this.snapshot(() => this.queries.ofSummit.all({ summit, asOf: asInteger(asOf) }));
  }

  /** The streams of which `ofSummit` gives the dossiers. */
  streamsOfSummit(summit: string, asOf = this.position()): string[] {
    return this.reading(() => this.queries.streamsOfSummit.all({ summit, asOf: asInteger(asOf) }));
  }

  ofStreams(streams: readonly string[], asOf: string): Dossier[] {
    const names = JSON.stringify([...new Set(streams)]);
    return this.snapshot(() => this.queries.ofStreams.all({ names, asOf: asInteger(asOf) }));
  }

  /**
   * The dossiers in which a record ever named the target: `actor-…`, `source-…` or `summit-…`, the address of
   * a record, `series-…` of a summit's registration, or what `wordsTarget` makes of a quote.
   */
  naming(target: string, asOf: string): Dossier[] {
    return this.snapshot(() => this.queries.naming.all({ target, asOf: asInteger(asOf) }));
  }

  /** The dossier of one record, which may stand in that of another. */
  dossier(address: string, asOf: string): Dossier | undefined {
    const [dossier] = this.snapshot(() => this.queries.dossier.all({ address, asOf: asInteger(asOf) }));
    return dossier && within(dossier, address);
  }

  /** Names of the streams of a category, sorted as text. */
  streams(category: string, asOf: string, { after = '', limit }: PageRequest): string[] {
    return this.reading(() => this.queries.streams.all({ category, asOf: asInteger(asOf), after, limit }));
  }

  /**
   * Statements in which, in some wording, all words of a text occur, in any order; none for a text without
   * words. `after` is the position of a statement. What the words mean together is for `wordsIn` to compare.
   */
  search(text: string, asOf: string, { after = '0', limit }: PageRequest): Dossier[] {
    const words = [...new Set(wordsIn(text))].map((word) => `"${word}"`).join(' ');
    if (words === '') return [];
    const asked = { words, asOf: asInteger(asOf), after: asInteger(after), limit };
    return this.snapshot(() => this.queries.search.all(asked));
  }

  close(): void {
    this.db.close();
  }

  /** @throws FactsDamaged where what is there cannot be what was projected */
  private reading<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!isDamage(error) && !(error instanceof SyntaxError)) throw error;
      this.damaged(error);
      throw new FactsDamaged(error);
    }
  }

  /** Ids and rows out of one state, whatever the projection writes meanwhile. */
  private snapshot(ids: () => number[]): Dossier[] {
    return this.reading(() => this.db.transaction(() => this.versions.read(ids()))());
  }
}

/** Beyond the last position that the file can hold lies nothing. */
function asInteger(position: string): number {
  return Math.min(Number(position), OPEN - 1);
}
