import { commandsByName } from '../../commands.js';
import { summitViews, views } from '../../views/catalogue.js';
import type { ViewDefinition } from '../../views/definition.js';
import { outcomeView } from '../../views/outcome/outcome.js';
import { officialScheduleView, PlanParameters } from '../../views/schedule/official-schedule.js';
import { forms } from '../accept.js';
import { answerSchemas } from './answers.js';
import { eventPaths, servicePaths } from './event-paths.js';
import {
  answerName,
  commandPath,
  getPath,
  inPath,
  momentParameters,
  queryOf,
  ref,
  type Path,
} from './operations.js';
import { DiffParameters, ReplayParameters } from '../views/axis-parameters.js';
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
      ...Object.fromEntries(views.map((view) => [addressOf(view), viewPath(view)])),
      '/v1/summits/{summit}': { get: { ...viewPath(outcomeView)['get'], operationId: 'summit' } },
      ...history,
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

const viewName: Schema = {
  ...inPath('view'),
  description: 'The name of a view of a summit; its own parameters are taken too',
  schema: { enum: summitViews.map(({ name }) => name) },
};

const calendarForm = {
  [forms.ics]: { type: 'string', description: 'RFC 5545: an event an item; UID stays, SEQUENCE grows' },
};

function addressOf({ name, about }: ViewDefinition): string {
  if (about === 'summit') return `/v1/summits/{summit}/${name}`;
  return about === null ? `/v1/${name}` : `/v1/${name}/{id}`;
}

function viewPath(view: ViewDefinition): Path {
  const { id, about, asks } = view;
  const subject = about === 'summit' ? 'summit' : 'id';
  return getPath({
    id,
    tag: 'views',
    summary: asks,
    parameters: [
      ...(about === null ? [] : [inPath(subject)]),
      ...queryOf(view.parameters),
      ...momentParameters,
    ],
    content: {
      [forms.json]: ref(answerName(id)),
      ...(about === 'summit' && { [forms.sse]: liveView }),
      ...(view === officialScheduleView && calendarForm),
    },
  });
}

/** What became of a view: between two points of an axis, and as history goes by. */
const history: Readonly<Record<string, Path>> = {
  '/v1/summits/{summit}/{view}/diff': getPath({
    id: 'viewDifference',
    tag: 'views',
    summary: 'What changed in a view between two points of one axis, and which records did it',
    parameters: [inPath('summit'), viewName, ...queryOf(DiffParameters), ...momentParameters],
    content: { [forms.json]: ref('Difference') },
  }),
  '/v1/summits/{summit}/{view}/replay': getPath({
    id: 'viewReplay',
    tag: 'views',
    summary: 'A view as history goes by on one axis: a snapshot, then its changes, then where it ended',
    parameters: [inPath('summit'), viewName, ...queryOf(ReplayParameters), ...momentParameters],
    content: { [forms.ndjson]: ref('ReplayFrame'), [forms.sse]: { type: 'string' } },
  }),
};

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
        '200': {
          description: 'An outcome a line',
          content: { [forms.ndjson]: { schema: ref('LineOutcome') } },
        },
      },
    },
  },
  '/v1/records/{stream}/{recordId}': getPath({
    id: 'record',
    tag: 'records',
    summary: 'Every version of a record, where it comes from, and who knew of it when',
    parameters: [inPath('stream'), inPath('recordId'), ...momentParameters],
    content: { [forms.json]: ref('RecordAnswer') },
  }),
};
