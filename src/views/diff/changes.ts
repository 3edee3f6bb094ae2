import { inSameOrder } from './same-order.js';

/** A read model as JSON: what stands beside its rows, and its rows. */
export type Json = Readonly<Record<string, unknown>>;

/** The fields that say which row is which: all of them, but of a list of fields the first that is not null. */
export type Identity = readonly (string | readonly string[])[];

/** A field that differs. Of a row, it carries the fields that identify the row too. */
export interface FieldChange {
  /** Where the row stands in the second answer; absent for what stands beside the rows. */
  readonly index?: number;
  readonly field: string;
  /** Absent where the field was absent. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Addresses of the records that brought the change; empty where only time has passed. */
  readonly because: readonly string[];
  readonly [identity: string]: unknown;
}

export interface RowChange {
  /** Where the row stands in the second answer when added, in the first when removed. */
  readonly index: number;
  readonly row: Json;
  readonly because: readonly string[];
}

/** The way from one answer of a read model to another. */
export interface Changes {
  readonly added: readonly RowChange[];
  readonly removed: readonly RowChange[];
  readonly changed: readonly FieldChange[];
}

export function isNothing({ added, removed, changed }: Changes): boolean {
  return added.length + removed.length + changed.length === 0;
}

/**
 * Why a row or, without one, the rest of the model differs.
 * @param about the fields that say which row it is
 */
export type Causes = (before: Json | undefined, after: Json | undefined, about: Json) => readonly string[];

/**
 * What has to happen to the first answer to get the second (domain.md §3.11). A row that only changed its
 * place among the others is removed and added.
 * @param identity rows that share it are told apart by their place
 */
export function changesBetween(before: Json, after: Json, identity: Identity, causes: Causes): Changes {
  const [first, second] = [keyed(rowsOf(before), identity), keyed(rowsOf(after), identity)];
  const kept = inSameOrder([...first.keys()], [...second.keys()]);
  const changed = [...kept].flatMap((key) => {
    const [from, to] = [first.get(key), second.get(key)];
    if (!from || !to) return [];
    const about = identityOf(to.row, identity);
    return fieldChanges(from.row, to.row, { index: to.index, ...about }, causes(from.row, to.row, about));
  });
  const why = (from: Json | undefined, to: Json | undefined, row: Json) =>
    causes(from, to, identityOf(row, identity));
  return {
    added: entriesBut(second, kept).map((one) => ({ ...one, because: why(undefined, one.row, one.row) })),
    removed: entriesBut(first, kept).map((one) => ({ ...one, because: why(one.row, undefined, one.row) })),
    changed: [...fieldChanges(besides(before), besides(after), {}, causes(before, after, {})), ...changed],
  };
}

function rowsOf(model: Json): readonly Json[] {
  // What a list-shaped view puts there are objects.
  return (model['rows'] ?? []) as readonly Json[];
}

/** The second answer, made of the first and the changes between them. */
export function applied(model: Json, { added, removed, changed }: Changes): Json {
  const gone = new Set(removed.map(({ index }) => index));
  const rows = rowsOf(model).filter((_row, index) => !gone.has(index));
  for (const { index, row } of added) rows.splice(index, 0, row);
  const patched = rows.map((row, place) =>
    patch(
      row,
      changed.filter(({ index }) => index === place),
    ),
  );
  const rest = patch(
    besides(model),
    changed.filter(({ index }) => index === undefined),
  );
  return 'rows' in model ? { ...rest, rows: patched } : rest;
}

function patch(row: Json, changes: readonly FieldChange[]): Json {
  const touched = new Set(changes.map(({ field }) => field));
  const untouched = Object.entries(row).filter(([field]) => !touched.has(field));
  const changed = changes
    .filter((change) => 'after' in change)
    .map(({ field, after }) => [field, after] as const);
  return Object.fromEntries([...untouched, ...changed]);
}

function besides({ rows: _, ...rest }: Json): Json {
  return rest;
}

interface Entry {
  readonly index: number;
  readonly row: Json;
}

function identityOf(row: Json, identity: Identity): Json {
  const fields = identity.flatMap((field) =>
    typeof field === 'string' ? field : (field.find((one) => row[one] !== null) ?? []),
  );
  return Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field]]));
}

function keyed(rows: readonly Json[], identity: Identity): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  rows.forEach((row, index) => {
    const key = JSON.stringify(identityOf(row, identity));
    let place = 1;
    while (entries.has(`${key}#${place}`)) place += 1;
    entries.set(`${key}#${place}`, { index, row });
  });
  return entries;
}

function entriesBut(entries: ReadonlyMap<string, Entry>, kept: ReadonlySet<string>): Entry[] {
  return [...entries].filter(([key]) => !kept.has(key)).map(([, entry]) => entry);
}

function fieldChanges(before: Json, after: Json, identity: Json, because: readonly string[]): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      ...identity,
      field,
      ...(field in before && { before: before[field] }),
      ...(field in after && { after: after[field] }),
      because,
    }));
}
