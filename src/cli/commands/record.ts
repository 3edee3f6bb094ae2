import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import { withAssignments } from '../assignments.js';
import { parseJson } from '../../http/json.js';
import { exitCodes, Failure, messageOf } from '../failure.js';
import { asJson } from '../render/json.js';
import { anyText, isRow, text, texts, type Row } from '../render/row.js';
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
      'the idempotency key (default: derived from what is said, so that repeating does no harm)',
    )
    .addOption(
      new Option('--output <form>', 'how to write the answer').choices(['text', 'json']).default('text'),
    )
    .action(async (command: string, file: string | undefined, options: RecordOptions) => {
      const body = withAssignments(await bodyIn(file, shell), options.set);
      const answer = await clientFor(options, shell).record({ command, body, key: options.key });
      await shell.terminal.print(options.output === 'json' ? asJson(answer) : recorded(answer));
    });
}

function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function bodyIn(file: string | undefined, { terminal }: Shell): Promise<Row> {
  if (file === undefined) return {};
  const from = file === '-' ? 'Standard input' : file;
  const bytes = await (file === '-' ? buffer(terminal.input) : readFile(file)).catch((error: unknown) => {
    throw new Failure(`The file ${file} cannot be read: ${messageOf(error)}`);
  });
  const body = parsed(bytes, from);
  if (isRow(body)) return body;
  throw new Failure(`${from} does not hold a JSON object`, exitCodes.refused);
}

function parsed(bytes: Uint8Array, from: string): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    throw new Failure(`${from} does not hold a JSON object: ${messageOf(error)}`, exitCodes.refused);
  }
}

function recorded(answer: Row): string {
  if (isRow(answer['replayed'])) return replayed(answer, answer['replayed']);
  const dependents = texts(answer, 'dependents');
  const place = `revision ${anyText(answer['revision'])}, position ${anyText(answer['position'])}`;
  const told = `Recorded ${anyText(answer['record'])} (${place}).`;
  return dependents.length === 0 ? told : `${told}\nNow resting on nothing: ${dependents.join(', ')}`;
}

function replayed(answer: Row, standing: Row): string {
  const record = anyText(answer['record']);
  if (text(standing, 'standing') !== 'retracted')
    return `${record} says the same already; nothing was recorded now.`;
  return `${record} said the same and was retracted since; nothing was recorded now. Give another recordId, or none, to record it anew.`;
}
