import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { number, text, texts, type Row } from '../render/row.js';

type Paint = (page: Page) => (words: string) => string;

const looks: Readonly<Record<string, readonly [symbol: string, paint: Paint]>> = {
  held: ['●', ({ ink }) => ink.green],
  not_held: ['○', ({ ink }) => ink.yellow],
  canceled: ['✕', ({ ink }) => ink.red],
  no_report: ['?', ({ ink }) => ink.dim],
  upcoming: ['→', ({ ink }) => ink.cyan],
  contested: ['≠', ({ ink }) => ink.magenta],
  dropped: ['–', ({ ink }) => ink.dim],
};

/** What became of an item, with its symbol and color: canceled by whom, held how, undecided or not. */
export function outcomeInWords(row: Row, page: Page): string {
  const outcome = text(row, 'outcome') ?? 'unknown';
  const [symbol, paint] = looks[outcome] ?? ['·', ({ ink }: Page) => ink.reset];
  const words = [spoken(outcome) + byWhom(row), ...asides(row)].join(', ');
  const marks = [
    ...(text(row, 'certainty') === 'implied' ? ['(implied)'] : []),
    ...(row['undecided'] === true ? [page.ink.magenta('(undecided at this moment)')] : []),
  ];
  return [paint(page)(`${symbol} ${words}`), ...marks].join(' ');
}

function byWhom(row: Row): string {
  const by = text(row, 'canceledBy');
  const announced = text(row, 'announcedBy');
  const parts = [
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(announced === undefined ? [] : [`announced by ${announced}`]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`;
}

function asides(row: Row): readonly string[] {
  const extent = text(row, 'extent');
  const changes = number(row, 'planChanges') ?? 0;
  const notice = number(row, 'noticeMin');
  return [
    ...(extent === 'cut_short' || extent === 'overran' ? [spoken(extent)] : []),
    ...delta(number(row, 'startDeltaMin'), 'begun'),
    ...delta(number(row, 'endDeltaMin'), 'ended'),
    ...(notice === undefined ? [] : [`known ${minutes(notice)} before`]),
    ...(changes > 0
      ? [`plan changed ${changes === 1 ? 'once' : changes === 2 ? 'twice' : `${changes} times`}`]
      : []),
    ...texts(row, 'contestedFields').map((field) => `${field} contested`),
  ];
}

function delta(difference: number | undefined, what: string): readonly string[] {
  if (difference === undefined) return [];
  if (difference === 0) return [`${what} on time`];
  return [`${what} ${minutes(Math.abs(difference))} ${difference > 0 ? 'late' : 'early'}`];
}

function minutes(count: number): string {
  if (Math.abs(count) < 90) return `${count} min`;
  const hours = Math.trunc(count / 60);
  return `${hours} h ${Math.abs(count % 60)} min`;
}
