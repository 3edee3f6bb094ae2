import Database from 'better-sqlite3';

/** An event as it lies in the file: data and metadata with all their fields, in their order. */
export interface Stored {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly metadata: unknown;
  readonly data: unknown;
}

interface Row extends Stored {
  readonly metadata: string;
  readonly data: string;
}

const ALL = `
  SELECT position, streams.name AS stream, revision, events.id, type, metadata, data
  FROM events JOIN streams ON streams.id = stream_id ORDER BY position
`;

/** Reads a ledger's file by its tables, and not by the code whose work it is. */
export function storedIn(file: string): Stored[] {
  const db = new Database(file, { readonly: true });
  try {
    // The columns are those of the statement.
    const rows = db.prepare(ALL).all() as Row[];
    return rows.map(({ metadata, data, ...rest }) => ({
      ...rest,
      metadata: exact(metadata),
      data: exact(data),
    }));
  } finally {
    db.close();
  }
}

/** What a text says, where writing it again gives the same bytes. */
function exact(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (JSON.stringify(value) !== text) throw new Error(`a dump would not show what is stored: ${text}`);
  return value;
}
