import type { EventType } from '../../../events/index.js';
import { summitViews } from '../../views/catalogue.js';
import { EventParameters } from '../events/event-query.js';
import { answerSchemas } from './answers.js';
import { ref } from './operations.js';
import { eventDescription, recordSchemaName, recordSchemas, typeNames } from './record-schemas.js';
import { schemaOf, type Schema } from './schemas.js';

/** The description of what this service sends as streams: AsyncAPI 3.0. */
export function asyncapi(version: string): Schema {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'summit-ledger',
      version,
      description:
        'Streams of server-sent events (text/event-stream). The id of a frame is a position: Last-Event-ID ' +
        'resumes after it. Its event is the name of a message, its data the payload. A comment (":") comes ' +
        'when there was nothing to send for a while. Events also come as lines (application/x-ndjson) and as ' +
        'CloudEvents 1.0 (format=cloudevents), with the same record as data.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    channels: { events, stream, view },
    operations: {
      sendEvents: sends('events', 'Every event, history first, then live', schemaOf(EventParameters)),
      sendStream: sends('stream', 'The events of one stream', schemaOf(EventParameters)),
      sendView: sends('view', 'A view of a summit: its state, then its changes'),
    },
    components: {
      messages: { ...Object.fromEntries(typeNames.map((type) => [type, eventMessage(type)])), ...others },
      schemas: { Event: answerSchemas['Event'], CloudEvent: answerSchemas['CloudEvent'], ...recordSchemas() },
    },
  };
}

const text: Schema = { type: 'string' };
const position: Schema = { type: 'object', properties: { position: text }, required: ['position'] };

const others: Readonly<Record<string, Schema>> = {
  'caught-up': {
    title: 'The end of history: what follows is live',
    payload: position,
  },
  reset: {
    title: 'The reader has seen a position that this ledger has not reached; it goes on from this one',
    payload: position,
  },
  problem: {
    title: 'The ledger cannot be read any further, or the facts go no further: the stream ends',
    payload: { type: 'object' },
  },
  snapshot: {
    title: 'The whole answer of the view',
    payload: { type: 'object' },
  },
  change: {
    title: 'What changed in the view, and because of which records',
    payload: {
      type: 'object',
      properties: {
        position: text,
        ...Object.fromEntries(['added', 'removed', 'changed'].map((name) => [name, { type: 'array' }])),
      },
      required: ['position', 'added', 'removed', 'changed'],
    },
  },
};

function messages(names: readonly string[]): Schema {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));
}

const events: Schema = {
  address: '/v1/events',
  messages: messages([...typeNames, 'caught-up', 'reset', 'problem']),
};

const stream: Schema = {
  ...events,
  address: '/v1/streams/{stream}/events',
  parameters: { stream: { description: 'Name of a stream', examples: ['summit-hanoi-2019'] } },
};

const view: Schema = {
  address: '/v1/summits/{summit}/{view}',
  parameters: {
    summit: { description: 'Id of a summit', examples: ['hanoi-2019'] },
    view: { description: 'Name of a view', enum: summitViews.map(({ name }) => name) },
  },
  messages: messages(['reset', 'snapshot', 'caught-up', 'change', 'problem']),
};

/** @param query the schema of the query parameters that the address takes */
function sends(channel: string, summary: string, query?: Schema): Schema {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channel}` },
    summary,
    bindings: { http: { method: 'GET', ...(query && { query }), bindingVersion: '0.3.0' } },
  };
}

function eventMessage(type: EventType): Schema {
  return {
    title: eventDescription(type),
    payload: {
      allOf: [
        ref('Event'),
        {
          type: 'object',
          properties: { type: { const: type }, data: ref(recordSchemaName(type)) },
        },
      ],
    },
  };
}
