import CliTable from 'cli-table3';
import type { Page } from './page.js';

const GAP = '  ';
const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: GAP,
};
const PLAIN = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 };
/** No column is squeezed below this. */
const LEAST = 12;

type Lines = readonly (readonly string[])[];
export type Section = readonly [title: string, lines: Lines];

/** Lines under headings. Where the page is too narrow, the widest columns wrap at words. */
export function table(headings: readonly string[], lines: Lines, page: Page): string {
  return tables(headings, [['', lines]], page);
}

/** Lines under headings, in sections under their titles. */
export function tables(headings: readonly string[], sections: readonly Section[], page: Page): string {
  const { ink } = page;
  const widths = widthsOf(
    headings,
    sections.flatMap(([, lines]) => lines),
    page,
  );
  const rule = widths.map((width) => ink.dim('─'.repeat(width)));
  const head = drawn([headings.map((heading) => ink.dim(heading)), rule], widths);
  const bodies = sections.map(([title, lines]) => {
    const body = drawn(lines, widths);
    return title === '' ? body : `${ink.bold(title)}\n${body}`;
  });
  return `${head}\n${bodies.join('\n\n')}`;
}

function drawn(lines: Lines, widths: readonly number[]): string {
  const cells = new CliTable({ chars: NO_LINES, style: PLAIN, wordWrap: true, colWidths: [...widths] });
  cells.push(...lines.map((line) => [...line]));
  return cells
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function widthsOf(headings: readonly string[], lines: Lines, page: Page): readonly number[] {
  const natural = headings.map((heading, column) =>
    widthOf([heading, ...lines.map((line) => line[column] ?? '')]),
  );
  return fitted(natural, page.width - GAP.length * (headings.length - 1));
}

/** The columns that these texts take, wide letters counted twice. */
function widthOf(cells: readonly string[]): number {
  const column = new CliTable({ chars: NO_LINES, style: PLAIN });
  column.push(...cells.map((cell) => [cell]));
  return column.width;
}

/** Takes from the widest column, down to the next, until all fit. */
function fitted(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  for (;;) {
    const excess = widths.reduce((sum, one) => sum + one, 0) - room;
    const widest = Math.max(...widths);
    if (excess <= 0 || widest <= LEAST) return widths;
    const next = Math.max(LEAST, ...widths.filter((one) => one < widest));
    widths[widths.indexOf(widest)] = Math.max(next - 1, widest - excess, LEAST);
  }
}
