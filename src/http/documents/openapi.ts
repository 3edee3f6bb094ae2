import { commandsByName } from '../../commands.js';
import { summitViews, type SummitView } from '../../views/catalogue.js';
import { forms } from '../accept.js';
import { answerSchemas } from './answer-schemas.js';
import {
  commandPath,
  getPath,
  inPath,
  inQuery,
  momentParameters,
  queryOf,
  ref,
  type Path,
} from './operations.js';
import { wideViews, type WideView } from '../views/wide-views.js';
import { nestedSchemas, schemaOf, type Schema } from './schemas.js';

/** The description of this service for people and for generators of clients: OpenAPI 3.1. */
export function openapi(version: string): Schema {
  const commands = [...commandsByName.values()];
  const schemas = commands.map((command) => [command.name, schemaOf(command)] as const);
  return {
    openapi: '3.1.0',
    info: {
      title: 'summit-ledger',
      version,
      description: 'What was announced, what took place, according to whom, and who knew it when.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      ...Object.fromEntries(
        commands.map((command) => [`/v1/commands/${command.name}`, commandPath(command)]),
      ),
      ...Object.fromEntries(summitViews.map((view) => [`/v1/summits/{summit}/${view.name}`, viewPath(view)])),
      ...Object.fromEntries(wideViews.map((view) => [addressOf(view), widePath(view)])),
      ...recordsAndEvents,
    },
    components: {
      schemas: { ...answerSchemas, ...nestedSchemas(commands), ...Object.fromEntries(schemas) },
    },
  };
}

function viewPath(view: SummitView): Path {
  return getPath({
    id: view.name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase()),
    tag: 'views',
    summary: view.asks,
    parameters: [inPath('summit'), ...queryOf(view.parameters), ...momentParameters],
    content: { [forms.json]: ref('Envelope') },
  });
}

function addressOf({ name, about }: WideView): string {
  return about === undefined ? `/v1/${name}` : `/v1/${name}/{id}`;
}

function widePath(view: WideView): Path {
  return getPath({
    id: view.about ?? `all${view.name.charAt(0).toUpperCase()}${view.name.slice(1)}`,
    tag: 'views',
    summary: view.asks,
    parameters: [
      ...(view.about === undefined ? [] : [inPath('id')]),
      ...queryOf(view.parameters),
      ...momentParameters,
    ],
    content: { [forms.json]: ref('Envelope') },
  });
}

const eventParameters = [
  inQuery('after', 'Position after which to read'),
  inQuery('limit', 'Events a page, for JSON'),
  inQuery('live', 'Whether lines go on after history', { type: 'boolean' }),
  inQuery('type', 'Event types, separated by commas'),
  inQuery('category', 'Categories of streams, separated by commas'),
  inQuery('summit', 'Events that concern a summit'),
];

const eventForms = {
  [forms.json]: ref('EventPage'),
  [forms.ndjson]: ref('Event'),
  [forms.sse]: { type: 'string', description: 'Frames whose id is the position and whose data is an Event' },
};

const recordsAndEvents: Readonly<Record<string, Path>> = {
  '/v1/commands': {
    post: {
      operationId: 'importCommands',
      tags: ['commands'],
      summary: 'Record many: a line of JSON for each command, a line of JSON for each outcome, in order',
      requestBody: { required: true, content: { [forms.ndjson]: { schema: ref('CommandLine') } } },
      responses: {
        '200': { description: 'An outcome a line', content: { [forms.ndjson]: { schema: ref('Outcome') } } },
      },
    },
  },
  '/v1/records/{stream}/{recordId}': getPath({
    id: 'record',
    tag: 'records',
    summary: 'Every version of a record, where it comes from, and who knew of it when',
    parameters: [inPath('stream'), inPath('recordId'), ...momentParameters],
    content: { [forms.json]: ref('Envelope') },
  }),
  '/v1/events': getPath({
    id: 'events',
    tag: 'events',
    summary: 'The whole ledger in order, live where asked',
    parameters: eventParameters,
    content: eventForms,
  }),
  '/v1/streams/{stream}/events': getPath({
    id: 'streamEvents',
    tag: 'events',
    summary: 'The events of one stream, live where asked',
    parameters: [inPath('stream'), ...eventParameters],
    content: eventForms,
  }),
  '/health/live': getPath({
    id: 'live',
    tag: 'health',
    summary: 'The process runs',
    parameters: [],
    content: {},
  }),
  '/health/ready': getPath({
    id: 'ready',
    tag: 'health',
    summary: 'The facts have caught up and the ledger can be reached',
    parameters: [],
    content: {},
  }),
};
