import type { Command } from 'commander';
import type { Client } from '../client.js';
import { messagesOf } from '../event-stream.js';
import { eventLine } from '../render/event-line.js';
import { isRow } from '../render/row.js';
import { askingCommand, clientFor, endedByInterrupt, type ServiceOption, type Shell } from '../shell.js';

interface TailOptions extends ServiceOption {
  readonly after?: string;
  readonly type?: string;
  readonly summit?: string;
}

export function tailCommand(shell: Shell): Command {
  return askingCommand('tail', 'show events as they are recorded, a line each, until Ctrl-C')
    .option(
      '--after <position>',
      'begin after this position; 0 shows all of history first (default: from now on)',
    )
    .option('--type <types>', 'only these event types, separated by commas')
    .option('--summit <summit>', 'only what concerns this summit')
    .action((options: TailOptions) => endedByInterrupt(tail(options, shell), shell.signal));
}

async function tail({ after, type, summit, url }: TailOptions, shell: Shell): Promise<void> {
  const { terminal } = shell;
  const client = clientFor({ url }, shell);
  const say = (sentence: string) => terminal.say(sentence);
  const query = { after: after ?? (await fromNow(client, say)), type, summit };
  for await (const message of messagesOf(client, '/v1/events', query, say)) {
    if (message.event === 'reset')
      say(`The ledger ends before that; following it after position ${message.id}`);
    const isEvent = message.id !== undefined && message.event !== 'reset';
    const event: unknown = isEvent ? JSON.parse(message.data) : undefined;
    if (isRow(event)) await terminal.print(eventLine(event, terminal.page));
  }
}

async function fromNow(client: Client, say: (sentence: string) => void): Promise<string> {
  const head = await client.head();
  say(`Following the ledger after position ${head}; Ctrl-C ends it`);
  return head;
}
