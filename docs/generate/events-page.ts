import { readFileSync } from 'node:fs';
import { eventTypes, nestedIn, streams, traits } from '../../events/index.js';
import { commandsByName } from '../../src/commands.js';
import { schemaOf } from '../../src/http/documents/schemas.js';
import { eventTypeOf, type CommandClass } from '../../src/command-handling/recording.js';
import type { Meanings } from '../../src/http/documents/meanings.js';
import { fieldTable } from './fields.js';
import { code, GENERATED, linkTo, page, table } from './markdown.js';
import type { SourceText } from './source-text.js';

type Class = new () => object;

/** The catalogue of events. */
export function eventsPage(source: SourceText, meanings: Meanings): string {
  const types: readonly Class[] = Object.values(eventTypes);
  return page(
    GENERATED,
    '# Events',
    `The ${types.length} things that can be recorded, in the past tense because they are: an event says what is ` +
      'true once it is recorded, and is never changed. Each stands in a stream with its account (who says so, ' +
      'where we read it, when it happened); the account is described with the [commands](commands.md). An id is ' +
      'made of letters, digits, `.`, `_` and `-`, at most 64; a slug of lower-case words joined by `-`. The ' +
      'examples are lines of the files beside this folder, `examples/*.ndjson`: Hanoi 2019 and Paris 2015 took ' +
      'place, Vallo 2024 is made up.',
    table(
      ['event', 'recorded by', 'in the stream'],
      types.map((type) => overview(type)),
    ),
    ...types.flatMap((type) => [`## ${type.name}`, meaning(type), fieldTable(type, meanings), example(type)]),
    '# Parts of events',
    ...partsOf(types, meanings),
  );
}

function overview(type: Class): readonly string[] {
  const command = commandOf(type);
  const { stream } = traits[eventTypeOf(command)];
  return [
    linkTo(type.name),
    linkTo(command.name, 'commands.md'),
    stream === 'of_its_target'
      ? 'of its target'
      : code(`${stream}-${streams[stream].fields.map((field) => `{${field}}`).join(':')}`),
  ];
}

function commandOf(type: Class): CommandClass {
  const command = commandsByName.values().find(({ event }) => event === type);
  if (!command) throw new Error(`no command records ${type.name}`);
  return command;
}

function meaning(type: Class): string {
  const { description } = schemaOf(type);
  return typeof description === 'string' ? description : '';
}

function example(type: Class): string {
  const body = readFileSync(`examples/commands/${commandOf(type).name}.json`, 'utf8').trimEnd();
  return `\`\`\`json\n${body}\n\`\`\``;
}

function partsOf(types: readonly Class[], meanings: Meanings): readonly string[] {
  const prototypes = new Set(types.flatMap((type) => [...nestedIn(type.prototype as object)]));
  const parts = [...prototypes].map(({ constructor }) => constructor as Class); // a prototype's own
  return parts.flatMap((part) =>
    [`## ${part.name}`, meaning(part), fieldTable(part, meanings)].filter(Boolean),
  );
}
