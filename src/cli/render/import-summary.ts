import type { RefusedLine, Tally } from '../tally.js';
import type { Page } from './page.js';

/** What an import has come to: how much was recorded, and each refused line with what is in its way. */
export function importSummary(tally: Tally, page: Page): string {
  const { ink } = page;
  const recorded = [
    ink.green(`${counted(tally.recorded, 'line')} recorded`),
    ...(tally.there > 0 ? [`${tally.there} there already`] : []),
    ...(tally.retracted > 0 ? [`${tally.retracted} there, but retracted since`] : []),
  ].join(', ');
  if (tally.refusals === 0) return `${recorded}.`;
  const codes = [...tally.byCode].map(([code, count]) => `${count} ${code}`).join(', ');
  const listed = tally.refused.flatMap((line) => refusedLine(line, page));
  const unlisted = tally.refusals - tally.refused.length - (tally.byCode.get('unknown_command') ?? 0);
  return [
    `${recorded}, ${ink.red(`${tally.refusals} refused`)}: ${codes}.`,
    ...listed,
    ...(unlisted > 0 ? [`  and ${unlisted} more`] : []),
    ...unknownCommands(tally, page),
  ].join('\n');
}

function refusedLine({ number, code, reason, inTheWay }: RefusedLine, { ink }: Page): readonly string[] {
  return [`  line ${number}  ${ink.red(code)}  ${reason}`, ...inTheWay.map((what) => `    ${ink.dim(what)}`)];
}

function unknownCommands({ unknownCommands }: Tally, { ink }: Page): readonly string[] {
  if (unknownCommands.size === 0) return [];
  const names = [...unknownCommands].map(([name, count]) => `${name} (${count})`).join(', ');
  return [`  ${ink.red('unknown_command')}  ${names}`];
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
