import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { rows, text, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';

/** What each party wanted, issue by issue, before, at the table and after; and by whose account. */
export function positions(answer: Row, page: Page): string {
  const parties = Map.groupBy(rows(answer, 'rows'), (row) => text(row, 'party') ?? '–');
  if (parties.size === 0) return 'No position is on record.';
  const sections = [...parties].map(
    ([party, issues]) => [party, issues.flatMap((row) => cellsOf(row, page))] as const,
  );
  return tables(['Issue', 'Phase', 'Position', 'According to', 'Record'], sections, page);
}

function cellsOf(row: Row, page: Page): readonly (readonly string[])[] {
  const issue = text(row, 'issue') ?? '–';
  const mark = row['contested'] === true ? ` ${page.ink.magenta('≠ contested')}` : '';
  return rows(row, 'cells').map((cell, i) => [
    i === 0 ? issue + mark : '',
    spoken(text(cell, 'phase') ?? '–'),
    `${spoken(text(cell, 'kind') ?? '')}: ${text(cell, 'content') ?? '–'}`,
    (text(cell, 'accordingTo') ?? '–') + (cell['ownAccount'] === true ? ' (own account)' : ''),
    page.ink.dim(shortId(text(cell, 'record') ?? '')),
  ]);
}
