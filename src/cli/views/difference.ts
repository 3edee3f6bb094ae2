import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { anyText, inner, rows, text, texts, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { table } from '../render/table.js';

/** What came, went and changed between two moments, and the records that brought it. */
export function difference(answer: Row, page: Page): string {
  return `${span(answer, page)}\n\n${changesIn(answer, page)}`;
}

export function changesIn(answer: Row, page: Page): string {
  const { ink } = page;
  const lines = [
    ...rows(answer, 'removed').map((one) => [ink.red('−'), ...whole(one), because(one, page)]),
    ...rows(answer, 'added').map((one) => [ink.green('+'), ...whole(one), because(one, page)]),
    ...rows(answer, 'changed').map((one) => [ink.yellow('~'), ...field(one), because(one, page)]),
  ];
  if (lines.length === 0) return 'Nothing changed.';
  return table(['', 'What', 'Field', 'Before', 'After', 'Because'], lines, page);
}

function span(answer: Row, { ink }: Page): string {
  const asked = (name: string) => anyText(answer[name]);
  const to = text(answer, 'to') ?? 'now';
  return ink.bold(`${asked('model')} on the axis ${asked('axis')}, from ${asked('from')} to ${to}`);
}

function whole(change: Row): readonly string[] {
  const row = 'row' in change ? inner(change, 'row') : change;
  const summary = text(row, 'title') ?? text(row, 'content') ?? text(row, 'claim') ?? text(row, 'paraphrase');
  return [
    nameOf(row),
    '',
    '',
    [text(row, 'outcome'), summary].filter((part) => part !== undefined).join(': '),
  ];
}

function field(change: Row): readonly string[] {
  return [
    nameOf(change),
    spoken(text(change, 'field') ?? ''),
    value(change['before']),
    value(change['after']),
  ];
}

function value(told: unknown): string {
  if (Array.isArray(told) && told.every((one) => typeof one === 'string'))
    return told.length === 0 ? '–' : told.map((one) => shortId(anyText(one))).join(' ');
  return typeof told === 'string' ? spoken(anyText(told)) : anyText(told);
}

const IDENTITIES = [
  'itemId',
  'meetingId',
  'agreementId',
  'commitmentId',
  'id',
  'by',
  'party',
  'issue',
  'record',
];

/** Which row it is, by the fields that tell rows apart in one view or another; none beside the rows. */
function nameOf(row: Row): string {
  const named = IDENTITIES.flatMap((identity) => text(row, identity) ?? []);
  return named.slice(0, 2).map(shortId).join(' ') || '(the summit)';
}

function because(change: Row, { ink }: Page): string {
  return ink.dim(texts(change, 'because').map(shortId).join(' '));
}
