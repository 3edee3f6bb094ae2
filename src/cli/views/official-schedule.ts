import { clock, dayInShort } from '../render/calendar.js';
import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { inner, rows, text, texts, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';

/** Every revision of every publisher's plan: what it lists, and what it changed in the one before. */
export function officialSchedule(answer: Row, page: Page): string {
  const sections = rows(answer, 'rows').map(
    (row) => [titleOf(row, page), [...items(row), ...droppedItems(row), ...announced(row)]] as const,
  );
  if (sections.length === 0) return 'No schedule is on record.';
  return tables(['Planned', 'Item', 'Place', 'Change'], sections, page);
}

function titleOf(row: Row, { ink }: Page): string {
  const day = text(row, 'day');
  const record = ink.dim(shortId(text(row, 'record') ?? ''));
  const whose = `${text(row, 'publisher') ?? '–'}, revision ${text(row, 'revision') ?? '–'}`;
  const covers = day === undefined ? 'the whole programme' : `for ${dayInShort(day)}`;
  return `${whose}, ${covers}, issued: ${text(row, 'when') ?? '–'} ${record}`;
}

function items(row: Row): readonly (readonly string[])[] {
  const added = new Set(texts(row, 'added'));
  const changed = new Map(rows(row, 'changed').map((one) => [text(one, 'itemId'), texts(one, 'fields')]));
  return rows(row, 'items').map((item) => {
    const itemId = text(item, 'itemId') ?? '–';
    const others = changed.get(itemId) ?? [];
    const change = others.length > 0 ? `changed: ${others.join(', ')}` : added.has(itemId) ? 'new' : '';
    return [plannedTimes(item), text(item, 'title') ?? itemId, text(item, 'place') ?? '–', change];
  });
}

function droppedItems(row: Row): readonly (readonly string[])[] {
  return texts(row, 'dropped').map((itemId) => ['–', itemId, '–', 'dropped']);
}

/** What was announced between this revision and the next. */
function announced(row: Row): readonly (readonly string[])[] {
  return rows(row, 'changes').map((change) => {
    const fields = inner(change, 'fields');
    const told = `${spoken(text(change, 'change') ?? '')}, announced by ${text(change, 'announcedBy') ?? '–'}`;
    return [plannedTimes(fields), text(change, 'itemId') ?? '–', text(fields, 'place') ?? '–', told];
  });
}

function plannedTimes(item: Row): string {
  const [from, to] = [clock(text(item, 'plannedStart')), clock(text(item, 'plannedEnd'))];
  if (from === undefined && to === undefined) return '–';
  return to === undefined ? (from ?? '–') : `${from ?? ''}–${to}`;
}
