import type { Page } from '../render/page.js';
import { rows, text, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';
import { spoken } from '../render/words.js';

/** All that happened, in order; what has the same bounds stands together, and says whether its order is known. */
export function timeline(answer: Row, page: Page): string {
  const groups = rows(answer, 'rows');
  if (groups.length === 0) return 'Nothing is on record.';
  const sections = groups.map(
    (group) => [titleOf(group), rows(group, 'entries').map((entry) => line(entry, page))] as const,
  );
  return tables(['When, as the source says', 'What', 'According to', 'Record'], sections, page);
}

function titleOf(group: Row): string {
  const zone = text(group, 'timeZone');
  const label = text(group, 'label');
  const where = zone === undefined ? ', place not known' : `, ${zone}`;
  return `${text(group, 'when') ?? '–'}${where}${label === undefined ? '' : ` (${spoken(label)})`}`;
}

function line(entry: Row, { ink }: Page): readonly string[] {
  const marks = [
    ...(text(entry, 'certainty') === 'implied' ? ['(implied)'] : []),
    ...(entry['undecided'] === true ? [ink.magenta('(undecided)')] : []),
  ];
  return [
    text(entry, 'when') ?? '–',
    [text(entry, 'title') ?? '–', ...marks].join(' '),
    text(entry, 'accordingTo') ?? '–',
    ink.dim(shortId(text(entry, 'record') ?? '')),
  ];
}
