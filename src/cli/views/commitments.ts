import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { rows, text, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { table } from '../render/table.js';

/** Who promised what to whom, as told by whom, and what became of it. */
export function commitments(answer: Row, page: Page): string {
  const promises = rows(answer, 'rows');
  if (promises.length === 0) return 'No promise is on record.';
  return table(
    ['Promise', 'By', 'To', 'Made', 'Told', 'Status', 'Record'],
    promises.map((row) => [
      `${text(row, 'content') ?? '–'} (${spoken(text(row, 'form') ?? 'form unknown')})`,
      text(row, 'promisor') ?? '–',
      text(row, 'promisee') ?? '–',
      text(row, 'madeAt') ?? '–',
      toldBy(row),
      spoken(text(row, 'status') ?? '–'),
      page.ink.dim(shortId(text(row, 'record') ?? '')),
    ]),
    page,
  );
}

/** A promise that only its receiver tells of is not the promisor's word. */
function toldBy(row: Row): string {
  const confirmed =
    row['confirmedByPromisor'] === true ? 'confirmed by the promisor' : 'not confirmed by the promisor';
  return `according to ${text(row, 'accordingTo') ?? '–'}, ${confirmed}`;
}
