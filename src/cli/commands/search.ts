import type { Command } from 'commander';
import { atMoments, momentQuery, type MomentOptions } from '../moment.js';
import { asJson, asJsonLines } from '../render/json.js';
import { statements } from '../views/statements.js';
import { askingCommand, clientFor, type ServiceOption, type Shell } from '../shell.js';
import { outputOption } from './show.js';

interface SearchOptions extends ServiceOption, MomentOptions {
  readonly speaker?: string;
  readonly affiliation?: string;
  readonly summit?: string;
  readonly limit: string;
  readonly output: 'table' | 'json' | 'ndjson';
}

export function searchCommand(shell: Shell): Command {
  const command = askingCommand('search', 'search what was said')
    .argument('<words...>', 'words that must all occur; several words in quotes are a phrase')
    .option('--speaker <actor>', 'only what this actor said')
    .option('--affiliation <actor>', 'only what was said for this organization')
    .option('--summit <summit>', 'only what was said of this summit')
    .option('--limit <count>', 'how many at most', '50')
    .addOption(outputOption());
  return atMoments(command).action((words: readonly string[], options: SearchOptions) =>
    search(words, options, shell),
  );
}

async function search(words: readonly string[], options: SearchOptions, shell: Shell): Promise<void> {
  const { speaker, affiliation, summit, limit, output } = options;
  const query = { q: wordsQuery(words), speaker, affiliation, summit, limit, ...momentQuery(options) };
  const answer = await clientFor(options, shell).get('/v1/statements', query);
  const { terminal } = shell;
  if (output === 'json') await terminal.print(asJson(answer));
  else if (output === 'ndjson') await terminal.print(asJsonLines(answer));
  else await terminal.print(statements(answer, terminal.page));
}

/** An argument of several words was quoted in the shell: it is meant as a phrase. */
export function wordsQuery(words: readonly string[]): string {
  return words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ');
}
