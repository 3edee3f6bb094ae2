import { forms } from '../accept.js';
import { EventParameters } from '../events/event-query.js';
import { getPath, inHeader, inPath, minPosition, queryOf, ref, type Path } from './operations.js';
import type { Schema } from './schemas.js';

const parameters: readonly Schema[] = [
  ...queryOf(EventParameters),
  inHeader('Last-Event-ID', 'The position that a returning reader saw last; it wins over after'),
  minPosition,
];

const content: Readonly<Record<string, Schema>> = {
  [forms.json]: ref('EventPage'),
  [forms.ndjson]: {
    oneOf: [ref('Event'), ref('CloudEvent')],
    description: `One a line; CloudEvents for whoever accepts ${forms.cloudevents} or asks for that format`,
  },
  [forms.sse]: {
    type: 'string',
    description:
      'Frames whose id is the position and whose data is an Event or CloudEvent; "caught-up" where history ' +
      'ends; "reset" for a reader that has seen what this ledger does not hold. See /asyncapi.json.',
  },
  [forms.cloudeventsBatch]: { type: 'array', items: ref('CloudEvent') },
};

/** The addresses that events are read from. */
export const eventPaths: Readonly<Record<string, Path>> = {
  '/v1/events': getPath({
    id: 'events',
    tag: 'events',
    summary: 'The whole ledger in order, live where asked',
    parameters,
    content,
  }),
  '/v1/streams/{stream}/events': getPath({
    id: 'streamEvents',
    tag: 'events',
    summary: 'The events of one stream, live where asked',
    parameters: [inPath('stream'), ...parameters],
    content,
  }),
};

/** The addresses that tell of the service itself. */
export const servicePaths: Readonly<Record<string, Path>> = {
  '/health/live': about('live', 'The process runs', forms.json, ref('Liveness')),
  '/health/ready': about(
    'ready',
    'How far the facts are; 503 until they have caught up once',
    forms.json,
    ref('Readiness'),
  ),
  '/metrics': about('metrics', 'What this process has counted, for Prometheus', 'text/plain'),
  '/asyncapi.json': about('asyncapi', 'What the streams send, as AsyncAPI 3.0', forms.json),
};

function about(id: string, summary: string, type: string, schema: Schema = {}): Path {
  return {
    get: {
      operationId: id,
      tags: ['service'],
      summary,
      responses: { '200': { description: summary, content: { [type]: { schema } } } },
    },
  };
}
