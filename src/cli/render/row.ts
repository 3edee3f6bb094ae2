/** An object of an answer. What it holds is looked at before it is used: the service may be another version. */
export type Row = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field as text; undefined when it is absent, null, or holds no single value. */
export function text(row: Row, field: string): string | undefined {
  return printed(row[field]);
}

/** A list of texts; empty when there is none. */
export function texts(row: Row, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? value.flatMap((one: unknown) => printed(one) ?? []) : [];
}

/** A list of objects; empty when there is none. */
export function rows(row: Row, field: string): readonly Row[] {
  const value = row[field];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** An object in a field; an empty one when there is none. */
export function inner(row: Row, field: string): Row {
  const value = row[field];
  return isRow(value) ? value : {};
}

export function number(row: Row, field: string): number | undefined {
  const value = row[field];
  return typeof value === 'number' ? value : undefined;
}

/** A value of any shape as one line. */
export function anyText(value: unknown): string {
  return printed(value) ?? (value === undefined || value === null ? '–' : printable(JSON.stringify(value)));
}

/** Recorded words come from anywhere: no control character of theirs may reach the terminal. */
function printable(words: string): string {
  return words.replace(/\p{Cc}+/gu, ' ').trim();
}

function printed(value: unknown): string | undefined {
  if (typeof value === 'string') return printable(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
