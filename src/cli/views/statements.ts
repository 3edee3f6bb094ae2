import { wordsOf } from '../render/words.js';
import type { Page } from '../render/page.js';
import { inner, number, rows, text, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { table } from '../render/table.js';

/** Who said what, when, on what occasion; each quote as printed. */
export function statements(answer: Row, page: Page): string {
  const listed = rows(answer, 'rows');
  if (listed.length === 0) return 'Nobody is on record with that.';
  const said = table(
    ['Speaker', 'Words', 'When', 'Record'],
    listed.map((row) => [
      speakerOf(row),
      wordsOf(row),
      whenOf(row),
      page.ink.dim(shortId(text(row, 'record') ?? '')),
    ]),
    page,
  );
  const total = number(answer, 'total') ?? listed.length;
  return total > listed.length ? `${said}\n${listed.length} of ${total}` : said;
}

function speakerOf(row: Row): string {
  const role = text(row, 'role');
  const speaker = text(row, 'speaker') ?? '–';
  return role === undefined ? speaker : `${speaker}, ${role}`;
}

function whenOf(row: Row): string {
  const occasion = inner(row, 'occasion');
  const where = text(occasion, 'text') ?? text(occasion, 'meetingId');
  return [text(row, 'when') ?? '–', ...(where === undefined ? [] : [`(${where})`])].join(' ');
}
