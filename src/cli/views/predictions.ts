import { spoken } from '../render/words.js';
import type { Page } from '../render/page.js';
import { inner, number, rows, text, texts, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';

/** Who foretold what, and what came of it, predictor by predictor. */
export function predictions(answer: Row, page: Page): string {
  const sections = rows(answer, 'rows').map(
    (row) =>
      [
        `${text(row, 'by') ?? '–'}: ${score(row)}`,
        rows(row, 'claims').map((claim) => line(claim, page)),
      ] as const,
  );
  if (sections.length === 0) return 'No prediction is on record.';
  const listed = tables(['Claim', 'Outcome', 'Record'], sections, page);
  return `${listed}\n\n${page.ink.bold('All')}: ${score(inner(answer, 'totals'))}`;
}

function score(tally: Row): string {
  const came = ['fulfilled', 'partly', 'defied', 'unresolvable', 'open'].flatMap((outcome) => {
    const count = number(tally, outcome) ?? 0;
    return count > 0 ? [`${count} ${outcome}`] : [];
  });
  const brier = number(tally, 'brier');
  return [
    `${number(tally, 'made') ?? 0} made`,
    ...came,
    ...(brier === undefined ? [] : [`Brier ${brier.toFixed(3)}`]),
  ].join(', ');
}

function line(claim: Row, { ink }: Page): readonly string[] {
  const hedge = text(claim, 'hedge');
  const condition = text(claim, 'condition');
  const words = [
    `${text(claim, 'id') ?? ''}  ${text(claim, 'claim') ?? '–'}`,
    ...(hedge === undefined ? [] : [`(“${hedge}”)`]),
    ...(condition === undefined ? [] : [`if ${condition}`]),
  ];
  const outcome = text(claim, 'outcome') ?? '–';
  const paint = { fulfilled: ink.green, partly: ink.yellow, defied: ink.red }[outcome] ?? ink.reset;
  const flags = texts(claim, 'flags').map((flag) => ` (${spoken(flag)})`);
  return [words.join(' '), paint(outcome) + flags.join(''), ink.dim(shortId(text(claim, 'record') ?? ''))];
}
