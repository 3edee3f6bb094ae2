import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { eventTypes } from '../../events/index.js';
import { summitViews } from '../../src/views/catalogue.js';
import { Service } from '../service.js';

interface Document {
  readonly channels: Readonly<
    Record<string, { address: string; messages: Readonly<Record<string, unknown>> }>
  >;
}
interface WireEvent {
  readonly type: string;
}

let service: Service;
let document: Document;

beforeAll(async () => {
  service = await Service.start();
  await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
  document = (await service.get<Document>('/asyncapi.json')).body;
});

afterAll(() => service.remove());

describe('the AsyncAPI document', () => {
  it('is one, by the published schema', () => {
    // The edition without ids: the one with ids names one schema twice.
    const published = createRequire(import.meta.url)(
      '@asyncapi/specs/schemas/3.0.0-without-$id.json',
    ) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isAsyncApi = ajv.compile(published);
    expect(isAsyncApi(document) ? [] : isAsyncApi.errors).toEqual([]);
  });

  it('has a channel for all events, for one stream and for a view, with every message of each', () => {
    const { events, stream, view } = document.channels;
    const types = [...Object.keys(eventTypes), 'caught-up', 'reset', 'problem'];
    expect(Object.keys(events?.messages ?? {})).toEqual(types);
    expect(Object.keys(stream?.messages ?? {})).toEqual(types);
    expect(Object.keys(view?.messages ?? {})).toEqual([
      'reset',
      'snapshot',
      'caught-up',
      'change',
      'problem',
    ]);
    expect(document.channels).toHaveProperty(
      'view.parameters.view.enum',
      summitViews.map(({ name }) => name),
    );
  });

  it('points only to what is in it', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    const missing = pointers.filter(([, path = '']) => {
      const at = path.split('/').reduce<unknown>((value, key) => Reflect.get(Object(value), key), document);
      return at === undefined;
    });
    expect(missing).toEqual([]);
    expect(pointers.length).toBeGreaterThan(100);
  });

  it('describes each event that the ledger sends, by its type', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(document, 'document');
    const { body } = await service.get<{ events: WireEvent[] }>('/v1/events?limit=1000');
    expect(body.events.length).toBeGreaterThan(100);
    for (const event of body.events) {
      const isDescribed = ajv.compile({ $ref: `document#/components/messages/${event.type}/payload` });
      expect(isDescribed(event) ? [] : [event, isDescribed.errors]).toEqual([]);
    }
  });
});
