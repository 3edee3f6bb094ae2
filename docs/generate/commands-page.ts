import { getMetadataStorage } from 'class-validator';
import { Account, Evidence, KeepingAccount, When, isRecordKeeping, traits } from '../../events/index.js';
import { commandsByName } from '../../src/commands.js';
import { problem, requestProblems, statuses, type ProblemCode } from '../../src/http/problem.js';
import { eventTypeOf, type CommandClass } from '../../src/command-handling/recording.js';
import { rejections } from '../../src/records/rejected.js';
import type { Meanings } from '../../src/http/documents/meanings.js';
import { fieldTable } from './fields.js';
import { code, GENERATED, linkTo, page, table } from './markdown.js';
import type { SourceText } from './source-text.js';

/** What every command goes through before its own rules. */
const EXECUTOR = 'src/command-handling/command-executor.ts';

/** The catalogue of commands, and the one list of what can be refused. */
export function commandsPage(source: SourceText, meanings: Meanings): string {
  const commands = [...commandsByName.values()].map((command) => ({
    command,
    codes: inOrder([...source.refusalsIn(source.fileOf(command.name)), ...codesOfFields(command.event)]),
  }));
  const ofAll = inOrder(['invalid', ...source.refusalsIn(EXECUTOR), ...codesOfFields(accounts.fact)]);
  return page(
    GENERATED,
    '# Commands',
    'A command is sent to `POST /v1/commands/{Command}` and either recorded as one event (201) or refused with a ' +
      'code (`application/problem+json`); then nothing was written. Its body holds the account beside `data`; the ' +
      'stream follows from the data. The codes beside a command are those that its code can throw, found by ' +
      'following it from function to function.',
    table(
      ['command', 'records', 'refused with'],
      commands.map(({ command, codes }) => [
        linkTo(command.name),
        linkTo(command.event.name, 'events.md'),
        codes.map(code).join(' '),
      ]),
    ),
    ...accountPart(meanings),
    '## Refusals that any command may meet',
    codeTable(ofAll),
    ...commands.flatMap(({ command, codes }) => section(command, codes)),
    '## All refusals of commands',
    codeTable(keysOf(rejections)),
    '## What else can go wrong with a request',
    codeTable(keysOf(requestProblems)),
  );
}

/** Classes of their own, since a schema is asked of what can be made. */
const accounts = { fact: class extends Account {}, keeping: class extends KeepingAccount {} };

function accountPart(meanings: Meanings): readonly string[] {
  return [
    '## The account',
    'Beside the `data` of a fact. An `occurredAt` may be given as text, an RFC 3339 instant or an EDTF date or ' +
      'interval, in the zone of the summit.',
    fieldTable(accounts.fact, meanings),
    'Beside the `data` of a record about other records, all of it may be left out; a registration has none.',
    fieldTable(accounts.keeping, meanings),
    '### Evidence',
    fieldTable(Evidence, meanings),
    '### When',
    fieldTable(When, meanings),
  ];
}

function section(command: CommandClass, codes: readonly ProblemCode[]): readonly string[] {
  const event = linkTo(command.event.name, 'events.md');
  return [
    `## ${command.name}`,
    `Records ${event}, whose fields are those of \`data\`. ${bodyWords(command)} ` +
      `An example is [${command.name}.json](../examples/commands/${command.name}.json).`,
    codes.length === 0 ? 'It has no refusals of its own.' : codeTable(codes),
  ];
}

function bodyWords(command: CommandClass): string {
  const type = eventTypeOf(command);
  if (traits[type].form === 'registration') return 'The body holds only that.';
  return isRecordKeeping(type) ? 'The account beside it is optional.' : 'The account stands beside it.';
}

function codeTable(codes: readonly ProblemCode[]): string {
  const rows = codes.map((name) => [code(name), String(statuses[name]), problem(name).title]);
  return table(['code', 'status', 'meaning'], rows);
}

/** The codes that a missing field gives, as its validators say. */
function codesOfFields(type: new () => object): readonly ProblemCode[] {
  const validators = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return validators.flatMap(({ context }) => {
    const named: unknown = (context as { readonly code?: unknown } | undefined)?.code; // ours, if there is one
    return keysOf(rejections).filter((name) => name === named);
  });
}

/** Each once, in the order of the one list. */
function inOrder(codes: readonly ProblemCode[]): readonly ProblemCode[] {
  return keysOf(statuses).filter((name) => codes.includes(name));
}

/** The keys of one of our tables, which has no others. */
function keysOf<K extends string>(of: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(of) as K[];
}
