import type { Database } from 'better-sqlite3';
import { dataDigest, withDigest } from '../digest.js';
import type { Weighed } from '../tail.js';
import { categoryOf, type Filter, type LedgerEvent, type NewEvent, type Page } from '../ledger.js';

/** A page reads no further than this, so that a filter that lets little through does not block the process. */
const POSITIONS_PER_PAGE = 10_000;
/** And holds no more JSON than this, however large the events are. */
const CHARACTERS_PER_PAGE = 1_000_000;

interface Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly metadata: string;
  readonly data: string;
}

/** What a page is read from: positions in (after, until], lists as JSON, null for everything. */
interface Span {
  readonly after: number;
  readonly until: number;
  readonly types: string | null;
  readonly categories: string | null;
}

/** An event as JSON: from then on the caller's objects may change without harm. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly dataDigest: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** An event, and where it goes. */
export interface Insertion {
  readonly streamId: number;
  readonly stream: string;
  readonly revision: number;
  readonly event: EncodedEvent;
  /** Of what is not copied from another ledger. */
  readonly recordedAt: string;
}

/** An event just written. */
export interface Written extends Weighed {
  readonly position: number;
}

/** Where a stream stands; `id` is the table's. */
export interface StreamHead {
  readonly id: number;
  /** Null for a stream without events. */
  readonly revision: number | null;
}

const COLUMNS = 'position, name AS stream, revision, events.id, type, metadata, data';
const EVENTS = `SELECT ${COLUMNS} FROM events CROSS JOIN streams ON streams.id = stream_id`;

/** The statements on the ledger's two tables, and what a row means. */
export class SqliteEvents {
  private readonly selectHead;
  private readonly selectPage;
  private readonly selectStream;
  private readonly selectStreamHead;
  private readonly selectLatestTime;
  private readonly insertStream;
  private readonly insertEvent;

  constructor(db: Database) {
    this.selectHead = db.prepare<[], number>('SELECT coalesce(max(position), 0) FROM events').pluck();
    this.selectPage = db.prepare<[Span], Row>(`${EVENTS}
      WHERE position > @after AND position <= @until
        AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types)))
        AND (@categories IS NULL OR category IN (SELECT value FROM json_each(@categories)))
      ORDER BY position`);
    this.selectStream = db.prepare<[string, number, number], Row>(`${EVENTS}
      WHERE stream_id = (SELECT id FROM streams WHERE name = ?) AND revision BETWEEN ? AND ?
      ORDER BY revision`);
    this.selectStreamHead = db.prepare<[string], StreamHead>(
      'SELECT id, (SELECT max(revision) FROM events WHERE stream_id = streams.id) AS revision FROM streams WHERE name = ?',
    );
    this.selectLatestTime = db
      .prepare<[], string>("SELECT metadata ->> 'recordedAt' FROM events ORDER BY position DESC LIMIT 1")
      .pluck();
    this.insertStream = db.prepare<[string, string]>('INSERT INTO streams (name, category) VALUES (?, ?)');
    this.insertEvent = db.prepare<[number, number, string, string, string, string]>(
      'INSERT INTO events (stream_id, revision, id, type, metadata, data) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  head(): number {
    return this.selectHead.get() ?? 0;
  }

  stream(stream: string, from: number, to = Number.MAX_SAFE_INTEGER): LedgerEvent[] {
    return this.selectStream.all(stream, from, to).map(decode);
  }

  /** The next events that pass; ends early when it has become large or has gone far without finding many. */
  page(after: number, limit: number, filter: Filter = {}): Page {
    const head = this.head();
    const until = Math.min(head, after + POSITIONS_PER_PAGE);
    const events: LedgerEvent[] = [];
    let position = Math.max(until, after);
    let characters = 0;
    const span = { after, until, types: list(filter.types), categories: list(filter.categories) };
    for (const row of this.selectPage.iterate(span)) {
      events.push(decode(row));
      characters += row.data.length;
      if (events.length < limit && characters < CHARACTERS_PER_PAGE) continue;
      position = row.position;
      break;
    }
    return { events, position: String(position), caughtUp: position >= head };
  }

  streamHead(stream: string): StreamHead | undefined {
    return this.selectStreamHead.get(stream);
  }

  addStream(stream: string): number {
    return Number(this.insertStream.run(stream, categoryOf(stream)).lastInsertRowid);
  }

  insert({ streamId, stream, revision, event, recordedAt }: Insertion): Written {
    const { id, type, data } = event;
    const content = { id, type, stream, revision, metadata: event.metadata, data: event.dataDigest };
    const metadata = JSON.stringify(withDigest(content, recordedAt));
    const { lastInsertRowid } = this.insertEvent.run(streamId, revision, id, type, metadata, data);
    const position = Number(lastInsertRowid);
    const bytes = Buffer.byteLength(data);
    return { position, bytes, event: decode({ position, stream, revision, id, type, metadata, data }) };
  }

  /** When the event at the end of the ledger was recorded. */
  latestTime(): string | undefined {
    return this.selectLatestTime.get();
  }
}

export function encode({ id, type, data, metadata }: NewEvent): EncodedEvent {
  return { id, type, data: JSON.stringify(data), dataDigest: dataDigest(data), metadata: { ...metadata } };
}

/** Parsed even when just written, so that what is live cannot differ from what is read later. */
function decode({ position, stream, revision, id, type, metadata, data }: Row): LedgerEvent {
  // Only `insert` writes these columns: metadata are flat strings with `recordedAt` among them, data an object.
  const parsed = JSON.parse(metadata) as Record<string, string> & { recordedAt: string };
  const body = JSON.parse(data) as Record<string, unknown>;
  const { recordedAt } = parsed;
  return { id, type, data: body, metadata: parsed, stream, revision, position: String(position), recordedAt };
}

function list(values: readonly string[] | undefined): string | null {
  return values ? JSON.stringify(values) : null;
}
