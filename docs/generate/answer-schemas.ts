import ts from 'typescript';
import { views } from '../../src/views/catalogue.js';
import { answerName } from '../../src/http/documents/operations.js';
import type { Schema } from '../../src/http/documents/schemas.js';
import type { Meanings } from '../../src/http/documents/meanings.js';
import { TypeSchemas } from './type-schemas.js';

/** What is answered beside the read models: the type, the file that exports it, and its name in the document. */
const others: readonly (readonly [type: string, file: string, name?: string])[] = [
  ['Given', 'src/time/moment.ts', 'AskedMoment'],
  ['Envelope', 'src/http/views/view-reader.ts'],
  ['Difference', 'src/http/views/view-diff.ts'],
  ['Frame', 'src/http/views/view-diff.ts', 'ReplayFrame'],
  ['RecordAnswer', 'src/http/views/cross-summit.controller.ts'],
  ['CommandResult', 'src/command-handling/command-result.ts'],
  ['Problem', 'src/http/problem.ts'],
  ['WireEvent', 'src/http/events/wire-event.ts', 'Event'],
  ['CloudEvent', 'src/http/events/cloud-event.ts'],
  ['EventPage', 'src/http/events/events.controller.ts'],
  ['CommandLine', 'src/http/commands/bulk.ts'],
  ['LineOutcome', 'src/http/commands/bulk.ts'],
  ['Liveness', 'src/http/health.controller.ts'],
  ['Readiness', 'src/http/health.controller.ts'],
];
const CATALOGUE = 'src/views/catalogue.ts';

/** The files whose types are answered with. */
export const answering: readonly string[] = [CATALOGUE, ...others.map(([, file]) => file)];

/** The schemas of all that the service answers, made of the types of the code that answers. */
export function answerSchemas(program: ts.Program, meanings: Meanings): Readonly<Record<string, Schema>> {
  const schemas = new TypeSchemas(program.getTypeChecker(), meanings);
  for (const [type, file, name = type] of others) schemas.name(typeIn(program, file, type), name);
  for (const [type, file, name = type] of others) schemas.add(name, typeIn(program, file, type));
  const envelope = schemas.propertiesOf(typeIn(program, 'src/http/views/view-reader.ts', 'Envelope'));
  for (const { id, about, model } of viewsIn(program)) {
    const own = schemas.propertiesOf(model);
    schemas.put(answerName(id), answerOf(about, [envelope, own]));
  }
  return schemas.all();
}

interface Properties {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

/** Of a summit its id stands first, then what every answer says of itself, then the model. */
function answerOf(about: string | null | undefined, parts: readonly Properties[]): Schema {
  const summit =
    about === 'summit'
      ? [
          {
            properties: { summitId: { type: 'string', description: 'Id of the summit.' } },
            required: ['summitId'],
          },
        ]
      : [];
  const all: readonly Properties[] = [...summit, ...parts];
  return {
    type: 'object',
    properties: Object.assign({}, ...all.map(({ properties }) => properties)) as object,
    required: [...new Set(all.flatMap(({ required }) => required))],
    additionalProperties: false,
  };
}

function typeIn(program: ts.Program, file: string, name: string): ts.Type {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name);
  if (!symbol) throw new Error(`${file} exports no ${name}`);
  const declared = checker.getDeclaredTypeOfSymbol(symbol);
  // What is no type of its own is a constant.
  return declared.flags & ts.TypeFlags.Any ? checker.getTypeOfSymbol(symbol) : declared;
}

/** The views of the catalogue, with the types that their functions answer with. */
function viewsIn(program: ts.Program): { id: string; about: string | null | undefined; model: ts.Type }[] {
  const checker = program.getTypeChecker();
  const list = typeIn(program, CATALOGUE, 'views');
  return checker.getTypeArguments(list as ts.TypeReference).map((view) => {
    const [id, model] = view.aliasTypeArguments ?? checker.getTypeArguments(view as ts.TypeReference);
    if (!id?.isStringLiteral() || !model) throw new Error('a view is made by view(), with its id');
    return { id: id.value, about: views.find((one) => one.id === id.value)?.about, model };
  });
}
