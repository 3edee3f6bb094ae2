import { Option, type Command } from 'commander';
import type { Client, Query } from '../client.js';
import { Refused } from '../failure.js';
import { atMoments, momentQuery, type MomentOptions } from '../moment.js';
import { asJson, asJsonLines } from '../render/json.js';
import type { Page } from '../render/page.js';
import type { Row } from '../render/row.js';
import { viewNames, viewPath, viewText } from '../views/by-name.js';
import { askingCommand, clientFor, type ServiceOption, type Shell } from '../shell.js';

type Output = 'table' | 'json' | 'ndjson';

interface ShowOptions extends ServiceOption, MomentOptions {
  readonly output: Output;
}

export function showCommand(shell: Shell): Command {
  const command = askingCommand('show', 'show a summit: by default its schedule against what occurred')
    .argument('<summit>', 'id of the summit, such as hanoi-2019')
    .argument('[view]', `one of ${viewNames.join(', ')}`, 'schedule-vs-actual')
    .addOption(outputOption());
  return atMoments(command).action(async (summit: string, view: string, options: ShowOptions) => {
    const { terminal } = shell;
    const question = { summit, view, moment: momentQuery(options), output: options.output };
    await terminal.print(await shown(clientFor(options, shell), question, terminal.page));
  });
}

export function outputOption(): Option {
  return new Option('--output <form>', 'how to write it')
    .choices(['table', 'json', 'ndjson'])
    .default('table');
}

export interface ShowQuestion {
  readonly summit: string;
  readonly view: string;
  readonly moment: Query;
  readonly output: Output;
}

/** A view of a summit as text. */
export async function shown(client: Client, question: ShowQuestion, page: Page): Promise<string> {
  const { summit, view, moment, output } = question;
  const answer = await client.get(viewPath(summit, view), moment);
  if (output === 'json') return asJson(answer);
  if (output === 'ndjson') return asJsonLines(answer);
  return viewText(view, answer, await summitNamed(client, summit, moment), page);
}

/** Title, place and days of a summit. They are a courtesy: a view is shown without them, too. */
export async function summitNamed(client: Client, summit: string, moment: Query): Promise<Row> {
  return client.get(viewPath(summit, 'outcome'), moment).catch((error: unknown) => {
    if (error instanceof Refused) return { summitId: summit };
    throw error;
  });
}
