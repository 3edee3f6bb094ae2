import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { rows, text, texts, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';

/** What was to be agreed, term by term, and what came of it. */
export function agreements(answer: Row, page: Page): string {
  const sections = rows(answer, 'rows').map(
    (row) => [titleOf(row, page), rows(row, 'terms').map(termLine)] as const,
  );
  if (sections.length === 0) return 'No agreement is on record.';
  return tables(['#', 'Issue', 'Term', 'Obliges', 'In exchange for'], sections, page);
}

function titleOf(row: Row, { ink }: Page): string {
  const title = text(row, 'title') ?? text(row, 'agreementId') ?? '–';
  const reporter = text(row, 'reportedBy');
  const told =
    reporter === undefined ? '' : `, ${spoken(text(row, 'status') ?? 'outlined')} according to ${reporter}`;
  const records = ink.dim(texts(row, 'records').map(shortId).join(' '));
  return `${title}${told} · ${fate(row)} ${records}`;
}

function fate(row: Row): string {
  const acts = [
    row['adopted'] === true ? 'adopted' : undefined,
    row['signed'] === true ? 'signed' : undefined,
  ];
  const done = acts.filter((act) => act !== undefined).join(' and ');
  const left = rows(row, 'withdrawals').map((withdrawal) => text(withdrawal, 'party') ?? '–');
  return [done === '' ? 'neither adopted nor signed' : done, ...left.map((party) => `left by ${party}`)].join(
    ', ',
  );
}

function termLine(term: Row): readonly string[] {
  return ['n', 'issue', 'content', 'obligor', 'inExchangeFor'].map((field) => text(term, field) ?? '–');
}
