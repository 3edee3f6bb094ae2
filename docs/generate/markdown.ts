/** A table; cells may hold any text. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A link to a heading, on this page unless another is named. */
export function linkTo(heading: string, page = ''): string {
  return `[${heading}](${page}#${heading.toLowerCase()})`;
}

/** The parts of a page, each after an empty line. */
export function page(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

export const GENERATED = '<!-- Written by `npm run docs` from the code; a test fails when it is stale. -->';
