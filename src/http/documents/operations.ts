import type { CommandClass } from '../../command-handling/recording.js';
import { statuses } from '../problem.js';
import { schemaOf, type Schema } from './schemas.js';

/** What the document says of one address. */
export type Path = Readonly<Record<string, Schema>>;

const JSON_TYPE = 'application/json';
const text: Schema = { type: 'string' };

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The name under which the answer of a view is listed. */
export function answerName(viewId: string): string {
  return `${viewId.charAt(0).toUpperCase()}${viewId.slice(1)}Answer`;
}

export function inPath(name: string): Schema {
  return { name, in: 'path', required: true, schema: text };
}

function inQuery(name: string, description: string, schema: Schema = text): Schema {
  return { name, in: 'query', description, schema };
}

export function inHeader(name: string, description: string): Schema {
  return { name, in: 'header', description, schema: text };
}

function header(description: string): Schema {
  return { description, schema: text };
}

export const ledgerPosition = { 'Ledger-Position': header('The position that the answer reflects') };
export const minPosition = inHeader('Ledger-Min-Position', 'Answer only once this position is reflected');
const instant: Schema = { type: 'string', format: 'date-time' };
export const momentParameters: readonly Schema[] = [
  inQuery('at', 'In the world: leaves out what had not begun by then', instant),
  inQuery('asOf', 'In the ledger: a time, or a position, by which it was recorded'),
  inQuery('publicAt', 'In public: leaves out what was not known by then', instant),
  minPosition,
];
const conditions: readonly Schema[] = [
  inHeader('Idempotency-Key', 'The same key and body give the first answer again'),
  inHeader('If-Match', 'Only if the stream is at this revision: "<stream>@<revision>"'),
  inHeader('If-None-Match', '*: only if there is no such stream yet'),
];

/** The problem documents that an address may answer with. */
function problems(...wanted: readonly number[]): Record<string, Schema> {
  const known = new Set(Object.values(statuses));
  return Object.fromEntries(
    wanted
      .filter((status) => known.has(status))
      .map((status) => [
        String(status),
        { description: 'A problem', content: { 'application/problem+json': { schema: ref('Problem') } } },
      ]),
  );
}

export function commandPath(command: CommandClass): Path {
  const { description } = schemaOf(command.event);
  return {
    post: {
      operationId: command.name,
      tags: ['commands'],
      summary: `Record ${command.event.name}`,
      ...(description !== undefined && { description }),
      parameters: conditions,
      requestBody: { required: true, content: { [JSON_TYPE]: { schema: ref(command.name) } } },
      responses: {
        '201': {
          description: 'Recorded',
          headers: {
            Location: header('Address of the record'),
            ETag: header('"<stream>@<revision>", for If-Match'),
            'Ledger-Position': header('Position of the last event'),
          },
          content: { [JSON_TYPE]: { schema: ref('CommandResult') } },
        },
        ...problems(400, 404, 409, 412, 413, 415, 422, 503),
      },
    },
  };
}

export interface GetOperation {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly parameters: readonly Schema[];
  /** The schema of the answer in each form that it has. */
  readonly content: Readonly<Record<string, Schema>>;
}

export function getPath({ id, tag, summary, parameters, content }: GetOperation): Path {
  const bodies = Object.entries(content).map(([type, schema]) => [type, { schema }] as const);
  return {
    get: {
      operationId: id,
      tags: [tag],
      summary,
      parameters,
      responses: {
        '200': { description: summary, headers: ledgerPosition, content: Object.fromEntries(bodies) },
        ...problems(400, 404, 406, 503),
      },
    },
  };
}

/** The parameters that a class of query parameters validates. */
export function queryOf(type: new () => object): Schema[] {
  const { properties, required = [] } = schemaOf(type);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(description !== undefined && { description }),
    ...(required.includes(name) && { required: true }),
    schema,
  }));
}
