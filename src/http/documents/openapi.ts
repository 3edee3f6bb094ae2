import { commandsByName } from '../../commands.js';
import { summitViews, type SummitView } from '../../views/catalogue.js';
import { PlanParameters } from '../../views/parameters.js';
import { forms } from '../accept.js';
import { answerSchemas } from './answer-schemas.js';
import { eventPaths, servicePaths } from './event-paths.js';
import { commandPath, getPath, inPath, momentParameters, queryOf, ref, type Path } from './operations.js';
import { crossSummitViews, type CrossSummitView } from '../views/cross-summit-views.js';
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
      ...Object.fromEntries(crossSummitViews.map((view) => [addressOf(view), widePath(view)])),
      ...commandsAndRecords,
      ...eventPaths,
      ...servicePaths,
    },
    components: {
      schemas: { ...answerSchemas, ...nestedSchemas(commands), ...Object.fromEntries(schemas) },
    },
  };
}

const liveView: Schema = {
  type: 'string',
  description: 'Frames: the answer as a snapshot, then what changes in it. See /asyncapi.json.',
};

function viewPath(view: SummitView): Path {
  const isSchedule = view.name === 'official-schedule';
  return getPath({
    id: view.name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase()),
    tag: 'views',
    summary: view.asks,
    parameters: [inPath('summit'), ...queryOf(view.parameters), ...momentParameters],
    content: { [forms.json]: ref('Envelope'), [forms.sse]: liveView, ...(isSchedule && calendarForm) },
  });
}

const calendarForm = {
  [forms.ics]: { type: 'string', description: 'RFC 5545: an event an item; UID stays, SEQUENCE grows' },
};

function addressOf({ name, about }: CrossSummitView): string {
  return about === undefined ? `/v1/${name}` : `/v1/${name}/{id}`;
}

function widePath(view: CrossSummitView): Path {
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

const commandsAndRecords: Readonly<Record<string, Path>> = {
  '/v1/summits/{summit}/official-schedule.ics': getPath({
    id: 'officialScheduleCalendar',
    tag: 'views',
    summary: 'The official schedule for calendar programs to subscribe to',
    parameters: [inPath('summit'), ...queryOf(PlanParameters), ...momentParameters],
    content: calendarForm,
  }),
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
};
