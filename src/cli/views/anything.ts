import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { anyText, rows, type Row } from '../render/row.js';
import { table } from '../render/table.js';

const ENVELOPE = new Set(['summitId', 'moment', 'queryTime', 'position']);
/** More columns than this are not read as a table. */
const MOST_COLUMNS = 6;

/** What has no form of its own: rows as a table of the fields that hold anything, else field by field. */
export function anything(answer: Row, page: Page): string {
  const listed = rows(answer, 'rows');
  if (listed.length > 0) return asTable(listed, page);
  return Object.entries(answer)
    .filter(([field]) => !ENVELOPE.has(field))
    .map(([field, value]) => `${page.ink.bold(spoken(field))}  ${anyText(value)}`)
    .join('\n');
}

function asTable(listed: readonly Row[], page: Page): string {
  const fields = [...new Set(listed.flatMap(Object.keys))].filter((field) =>
    listed.some((row) => isTold(row[field])),
  );
  const shown = fields.slice(0, MOST_COLUMNS);
  return table(
    shown,
    listed.map((row) => shown.map((field) => anyText(row[field]))),
    page,
  );
}

function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
