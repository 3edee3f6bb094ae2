import { POSITION } from '../../time/ledger-position.js';
import type { Schema } from './schemas.js';

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const position = {
  type: 'string',
  pattern: POSITION.source,
  description: 'A position of the ledger: opaque, sortable as a decimal number',
} as const;
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

/** What the service answers with, by the name under which the document lists it. */
export const answerSchemas: Readonly<Record<string, Schema>> = {
  Answer: object(
    {
      record: { ...text, description: 'Address of the record: <stream>/<recordId>' },
      stream: text,
      revision: { ...whole, description: 'Of the last event that was appended' },
      position,
      events: {
        type: 'array',
        items: object({ id: text, type: text, revision: whole, position, recordedAt: text }),
      },
      dependents: {
        type: 'array',
        items: text,
        description: 'After a retraction: the records that now rest on nothing',
      },
    },
    ['dependents'],
  ),
  Problem: object(
    {
      type: { ...text, format: 'uri' },
      title: text,
      status: whole,
      code: { ...text, description: 'Stable; see the catalogue of refusals' },
      detail: text,
      records: { type: 'array', items: text, description: 'Addresses of the records in the way' },
      fields: { type: 'array', items: object({ field: text, message: text }) },
    },
    ['detail', 'records', 'fields'],
  ),
  Event: object({
    id: text,
    type: text,
    stream: text,
    revision: whole,
    position,
    recordedAt: { ...text, format: 'date-time' },
    recordedBy: text,
    record: text,
    data: { type: 'object', description: 'The record as told: recordId, account, data' },
  }),
  CloudEvent: object(
    {
      specversion: { const: '1.0' },
      id: text,
      source: { ...text, format: 'uri-reference', description: 'The stream: /v1/streams/{stream}' },
      type: { ...text, description: 'summit-ledger. and the event type' },
      subject: { ...text, description: 'Address of the record' },
      time: {
        ...text,
        format: 'date-time',
        description: 'When it occurred; absent unless known to the minute',
      },
      datacontenttype: { const: 'application/json' },
      recordedtime: { ...text, format: 'date-time', description: 'When it was recorded' },
      position,
      revision: whole,
      data: { type: 'object', description: 'The record as told: recordId, account, data' },
    },
    ['time'],
  ),
  EventPage: object({
    events: { type: 'array', items: { $ref: '#/components/schemas/Event' } },
    position,
    caughtUp: { type: 'boolean' },
  }),
  Envelope: object({
    moment: object({ at: orNull(text), asOf: orNull(text), publicAt: orNull(text) }),
    queryTime: { ...text, format: 'date-time' },
    position,
  }),
  CommandLine: object(
    {
      command: { ...text, description: 'The name of a command' },
      body: { type: 'object', description: 'Its body' },
      key: { ...text, description: 'Its idempotency key' },
    },
    ['key'],
  ),
  Outcome: {
    description: 'The number of the line, and its answer or its problem',
    allOf: [
      object({ line: whole, status: whole }),
      { anyOf: [{ $ref: '#/components/schemas/Answer' }, { $ref: '#/components/schemas/Problem' }] },
    ],
  },
};
