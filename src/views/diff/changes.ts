import { inSameOrder } from './same-order.js';
import { isSame } from './same.js';

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
 * Why a row or, without one, the rest of the model differs; or one field of either.
 * @param about the fields that say which row it is
 */
export type Causes = (
  before: Json | undefined,
  after: Json | undefined,
  about: Json,
  field?: string,
) => readonly string[];

/**
 * What has to happen to the first answer to get the second (domain.md §3.11). A row that only changed its
 * place among the others is removed and added.
 * @param identity rows that share it are told apart by their place
 */
export function changesBetween(before: Json, after: Json, identity: Identity, causes: Causes): Changes {
  const same = sameAtEnds(rowsOf(before), rowsOf(after));
  const [first, second] = [rowsOf(before), rowsOf(after)].map((rows) => keyed(rows, same, identity));
  if (!first || !second) return { added: [], removed: [], changed: [] };
  const kept = inSameOrder([...first.keys()], [...second.keys()]);
  const changed = [...kept].flatMap((key) => {
    const [from, to] = [first.get(key), second.get(key)];
    if (!from || !to || from.row === to.row) return [];
    const about = identityOf(to.row, identity);
    return fieldChanges(from.row, to.row, { index: to.index, ...about }, (field) =>
      causes(from.row, to.row, about, field),
    );
  });
  const why = (from: Json | undefined, to: Json | undefined, row: Json) =>
    causes(from, to, identityOf(row, identity));
  const [from, to] = [between(before, same), between(after, same)];
  const rest = fieldChanges(besides(before), besides(after), {}, (field) => causes(from, to, {}, field));
  return {
    added: entriesBut(second, kept).map((one) => ({ ...one, because: why(undefined, one.row, one.row) })),
    removed: entriesBut(first, kept).map((one) => ({ ...one, because: why(one.row, undefined, one.row) })),
    changed: [...rest, ...changed],
  };
}

/** How many rows two answers share at their beginning and at their end: most of them, where little has changed. */
interface Ends {
  readonly begin: number;
  readonly end: number;
}

function sameAtEnds(first: readonly Json[], second: readonly Json[]): Ends {
  const shorter = Math.min(first.length, second.length);
  let begin = 0;
  while (begin < shorter && isSame(first[begin], second[begin])) begin += 1;
  let end = 0;
  while (end < shorter - begin && isSame(first.at(-1 - end), second.at(-1 - end))) end += 1;
  return { begin, end };
}

function rowsOf(model: Json): readonly Json[] {
  // What a list-shaped view puts there are objects.
  return (model['rows'] ?? []) as readonly Json[];
}

/** What stands beside the rows changes with those rows that do. */
function between(model: Json, { begin, end }: Ends): Json {
  const rows = rowsOf(model);
  return 'rows' in model ? { ...model, rows: rows.slice(begin, rows.length - end) } : model;
}

/** The second answer, made of the first and the changes between them. */
export function applied(model: Json, { added, removed, changed }: Changes): Json {
  const gone = new Set(removed.map(({ index }) => index));
  const rows = rowsOf(model).filter((_row, index) => !gone.has(index));
  for (const { index, row } of added) rows.splice(index, 0, row);
  const byPlace = Map.groupBy(changed, ({ index }) => index);
  const patched = rows.map((row, place) => patch(row, byPlace.get(place)));
  const rest = patch(besides(model), byPlace.get(undefined));
  return 'rows' in model ? { ...rest, rows: patched } : rest;
}

function patch(row: Json, changes: readonly FieldChange[] = []): Json {
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

/** The rows between the ends, by what identifies them; those that share it are numbered. */
function keyed(rows: readonly Json[], { begin, end }: Ends, identity: Identity): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const places = new Map<string, number>();
  for (let index = begin; index < rows.length - end; index += 1) {
    const row = rows[index];
    if (!row) continue;
    const key = JSON.stringify(identityOf(row, identity));
    const place = (places.get(key) ?? 0) + 1;
    places.set(key, place);
    entries.set(`${key}#${place}`, { index, row });
  }
  return entries;
}

function entriesBut(entries: ReadonlyMap<string, Entry>, kept: ReadonlySet<string>): Entry[] {
  return [...entries].filter(([key]) => !kept.has(key)).map(([, entry]) => entry);
}

function fieldChanges(
  before: Json,
  after: Json,
  identity: Json,
  because: (field: string) => readonly string[],
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({
      ...identity,
      field,
      ...(field in before && { before: before[field] }),
      ...(field in after && { after: after[field] }),
      because: because(field),
    }));
}
