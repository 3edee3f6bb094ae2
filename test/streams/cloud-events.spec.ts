import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { first, frames } from '../http/frames.js';
import { registry, SummitPostings } from '../http/postings.js';
import { Service } from '../service.js';

/** What CloudEvents 1.0 asks of an event in JSON, and of the attributes that others may add to it. */
const rules = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', minLength: 1 },
    source: { type: 'string', format: 'uri-reference', minLength: 1 },
    type: { type: 'string', minLength: 1 },
    subject: { type: 'string', minLength: 1 },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { type: 'string', pattern: '^[a-z]+/[a-z+.-]+$' },
    dataschema: { type: 'string', format: 'uri', minLength: 1 },
    data: true,
  },
  patternProperties: { '^[a-z0-9]{1,20}$': true },
  additionalProperties: false,
};
/** Attributes that the specification does not name are of a simple type; numbers are whole, of 32 bits. */
const extension = {
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'boolean' },
    { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  ],
};

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const isCloudEvent = ajv.compile(rules);
const isExtension = ajv.compile(extension);

interface CloudEvent {
  readonly [attribute: string]: unknown;
  readonly type: string;
  readonly position: string;
}

function expectValid(event: CloudEvent): void {
  expect(isCloudEvent(event) ? [] : [event, isCloudEvent.errors]).toEqual([]);
  const own = Object.entries(event).filter(([name]) => !(name in rules.properties));
  expect(own.map(([name]) => name)).toEqual(['recordedtime', 'position', 'revision']);
  expect(own.filter(([, value]) => !isExtension(value))).toEqual([]);
}

const summit = new SummitPostings('x');
let service: Service;

beforeAll(async () => {
  service = await Service.start();
  const whenLunchBegan = { occurredAt: '2019-02-28T12:00+07:00' };
  await service.given(...registry, ...summit.programme(), summit.held('lunch', {}, whenLunchBegan));
});

afterAll(() => service.remove());

async function batch(path = '/v1/events?limit=1000'): Promise<CloudEvent[]> {
  const { headers, body } = await service.get<CloudEvent[]>(path, {
    accept: 'application/cloudevents-batch+json',
  });
  expect(headers.get('content-type')).toMatch(/^application\/cloudevents-batch\+json/);
  return body;
}

async function lines(path: string, accept: string) {
  const { headers, text } = await service.get(path, { accept });
  const said = text.trimEnd().split('\n');
  // One event a line.
  const events = said.map((line) => JSON.parse(line) as CloudEvent);
  return { type: headers.get('content-type')?.split(';')[0], events };
}

describe('CloudEvents', () => {
  it('come as a batch that follows the rules, every event of the ledger among them', async () => {
    const events = await batch();
    events.forEach(expectValid);
    const { body } = await service.get<{ events: { id: string }[] }>('/v1/events?limit=1000');
    expect(events.map(({ id }) => id)).toEqual(body.events.map(({ id }) => id));
  });

  it('come in pages that lead to each other', async () => {
    const { headers, body } = await service.get<CloudEvent[]>('/v1/events?limit=2&format=cloudevents');
    expect(headers.get('content-type')).toMatch(/^application\/cloudevents-batch\+json/);
    const [, next] = /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '') ?? [];
    expect(headers.get('ledger-position')).toBe(body.at(-1)?.position);
    expect((await batch(next))[0]?.position).toBe(String(Number(body.at(-1)?.position) + 1));
  });

  it('come one a line', async () => {
    const events = await batch();
    expect(await lines('/v1/events', 'application/cloudevents+json')).toEqual({
      type: 'application/x-ndjson',
      events,
    });
    expect(await lines('/v1/events?format=cloudevents', 'application/x-ndjson')).toEqual({
      type: 'application/x-ndjson',
      events,
    });
  });

  it('come one a frame, whose event is that of the ledger', async () => {
    const seen = await first(3, frames(service, '/v1/events?format=cloudevents&category=summit'));
    const expected = await batch('/v1/events?category=summit');
    expect(seen).toMatchObject(
      expected.map((event) => ({
        id: event.position,
        event: event.type.replace('summit-ledger.', ''),
        data: JSON.stringify(event),
      })),
    );
  });

  it('tell when it occurred where that is known to the minute, and when it was recorded always', async () => {
    const events = await batch('/v1/events?category=summit');
    expect(events.map(({ time }) => time)).toEqual([undefined, undefined, '2019-02-28T12:00:00+07:00']);
    expect(events.map(({ recordedtime }) => typeof recordedtime)).toEqual(['string', 'string', 'string']);
  });

  it('are asked for by a format that there is', async () => {
    expect((await service.get('/v1/events?format=xml')).status).toBe(400);
  });
});
