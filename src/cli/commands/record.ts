import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import { withAssignments } from '../assignments.js';
import { keyOf } from '../command-lines.js';
import { exitCodes, Failure, messageOf } from '../failure.js';
import { asJson } from '../render/json.js';
import { anyText, isRow, texts, type Row } from '../render/row.js';
import { askingCommand, clientFor, type ServiceOption, type Shell } from '../shell.js';

interface RecordOptions extends ServiceOption {
  readonly set: readonly string[];
  readonly key?: string;
  readonly output: 'text' | 'json';
}

export function recordCommand(shell: Shell): Command {
  return askingCommand('record', 'record one command, its body from a file, from flags, or from both')
    .argument('<command>', 'such as RecordSigningCanceled')
    .argument('[file]', 'a JSON file that holds the body, or - for standard input')
    .option(
      '--set <path=value>',
      'set a field of the body, such as data.itemId=signing; may be repeated',
      gathered,
      [],
    )
    .option(
      '--key <key>',
      'the idempotency key (default: derived from the body, so that repeating does no harm)',
    )
    .addOption(
      new Option('--output <form>', 'how to write the answer').choices(['text', 'json']).default('text'),
    )
    .action(async (command: string, file: string | undefined, options: RecordOptions) => {
      const body = withAssignments(await bodyIn(file, shell), options.set);
      const key = options.key ?? keyOf(command, body);
      const answer = await clientFor(options, shell).record(command, JSON.stringify(body), key);
      await shell.terminal.print(options.output === 'json' ? asJson(answer) : recorded(answer));
    });
}

function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function bodyIn(file: string | undefined, { terminal }: Shell): Promise<Row> {
  if (file === undefined) return {};
  const json = await (file === '-' ? textOf(terminal.input) : readFile(file, 'utf8')).catch(
    (error: unknown) => {
      throw new Failure(`The file ${file} cannot be read: ${messageOf(error)}`);
    },
  );
  const body = parsed(json);
  if (isRow(body)) return body;
  throw new Failure(
    `${file === '-' ? 'Standard input' : file} does not hold a JSON object`,
    exitCodes.refused,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function recorded(answer: Row): string {
  const dependents = texts(answer, 'dependents');
  const place = `revision ${anyText(answer['revision'])}, position ${anyText(answer['position'])}`;
  const told = `Recorded ${anyText(answer['record'])} (${place}).`;
  return dependents.length === 0 ? told : `${told}\nNow resting on nothing: ${dependents.join(', ')}`;
}
