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

/** Lines under headings. Where the page is too narrow, the widest columns wrap at words. */
export function table(
  headings: readonly string[],
  lines: readonly (readonly string[])[],
  page: Page,
): string {
  const widths = fitted(
    headings.map((heading, column) => widthOf([heading, ...lines.map((line) => line[column] ?? '')])),
    page.width,
  );
  const drawn = new CliTable({ chars: NO_LINES, style: PLAIN, wordWrap: true, colWidths: widths });
  drawn.push(
    headings.map((heading) => page.ink.bold(heading)),
    widths.map((width) => page.ink.dim('─'.repeat(width))),
    ...lines.map((line) => [...line]),
  );
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The columns that these texts take, wide letters counted twice. */
function widthOf(cells: readonly string[]): number {
  const column = new CliTable({ chars: NO_LINES, style: PLAIN });
  column.push(...cells.map((cell) => [cell]));
  return column.width;
}

function fitted(natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const room = width - GAP.length * (widths.length - 1);
  for (;;) {
    const excess = widths.reduce((sum, one) => sum + one, 0) - room;
    const widest = Math.max(...widths);
    if (excess <= 0 || widest <= LEAST) return widths;
    const next = Math.max(LEAST, ...widths.filter((one) => one < widest));
    const column = widths.indexOf(widest);
    widths[column] = Math.max(next - 1, widest - excess, LEAST);
  }
}
