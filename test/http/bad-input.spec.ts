import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { account } from '../given.js';
import { Service, type Posting } from '../service.js';
import { item, meeting } from '../summit-x.js';
import { actor, registry, SummitPostings, tell } from './postings.js';
import { fieldsOf, refusal, type Problem } from './problems.js';

const summit = new SummitPostings('x');
const MIB = 1_048_576;
let service: Service;

beforeAll(async () => {
  service = await Service.start();
  await service.given(...registry, ...summit.programme());
});

afterAll(() => service.remove());

const refused = (posting: Posting, expected: readonly [number, string]) =>
  refusal(service, () => service.post<Problem>(posting), expected);

const asks = (path: string, expected: readonly [number, string], init: RequestInit = {}) =>
  refusal(service, () => service.send<Problem>(path, init), expected);

const body = (text: string, type: string) => ({
  method: 'POST',
  body: text,
  headers: { 'content-type': type },
});

describe('a body that cannot be read', () => {
  it.each(['{', '', '{"data":}', '{"data":{}} {}', 'nothing'])(
    'is malformed when it reads %j',
    async (text) => {
      const problem = await asks(
        '/v1/commands/RegisterActor',
        [400, 'malformed_json'],
        body(text, 'application/json'),
      );
      expect(problem.detail).toMatch(/JSON/);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data'])(
    'is refused as %s',
    (type) => asks('/v1/commands/RegisterActor', [415, 'unsupported_media_type'], body('{}', type)),
  );

  it('is refused where lines and a single command are mistaken for each other', async () => {
    const lines = body('{}', 'application/x-ndjson');
    await asks('/v1/commands/RegisterActor', [415, 'unsupported_media_type'], lines);
    await asks('/v1/commands', [415, 'unsupported_media_type'], body('{}', 'application/json'));
  });

  it.each(['[]', 'null', '"text"', '5'])('is no command when it is %s', async (text) => {
    const init = body(text, 'application/json');
    const { fields } = await asks('/v1/commands/RegisterActor', [400, 'invalid'], init);
    expect(fields).toEqual([{ field: '', message: 'the body must be a JSON object' }]);
  });

  it('is malformed when it is no UTF-8', async () => {
    const latin = Buffer.from(JSON.stringify(actor('latin', { names: ['Hà Nội'] }).body), 'latin1');
    const init = { method: 'POST', body: latin, headers: { 'content-type': 'application/json' } };
    const { detail } = await asks('/v1/commands/RegisterActor', [400, 'malformed_json'], init);
    expect(detail).toContain('UTF-8');
  });

  it.each([
    { 'content-encoding': 'gzip' },
    { 'content-encoding': 'br' },
    { 'content-type': 'application/json; charset=iso-8859-1' },
  ])('is refused in an encoding that would be read as something else: %j', (headers) =>
    asks('/v1/commands/RegisterActor', [415, 'unsupported_media_type'], {
      method: 'POST',
      body: JSON.stringify(actor('encoded').body),
      headers: { 'content-type': 'application/json', ...headers },
    }),
  );

  it.each([
    [
      'a key that is repeated',
      '{"data":{"actorId":"twice","actorId":"once","kind":"state","names":["T"]}}',
      'data.actorId',
    ],
    [
      'half a surrogate pair',
      '{"data":{"actorId":"half","kind":"state","names":["\\ud83d"]}}',
      'data.names.0',
    ],
    [
      'a number that no double holds',
      '{"data":{"actorId":"many","kind":"state","names":["M"],"count":9007199254740993}}',
      'data.count',
    ],
  ])('is refused for %s, since what is recorded would not be what was sent', async (_what, text, field) => {
    const init = body(text, 'application/json');
    const { detail } = await asks('/v1/commands/RegisterActor', [400, 'malformed_json'], init);
    expect(detail).toContain(field);
    const line = `{"command":"RegisterActor","body":${text}}`;
    expect(await service.import(line)).toMatchObject([{ status: 400, code: 'malformed_json' }]);
  });

  it('is answered shortly, however much is wrong in it', async () => {
    const fields = Array.from({ length: 90_000 }, (_, i) => `"k${i}":1`).join();
    const entries = `{"data":{"items":[${Array.from({ length: 1_900 }, () => '{}').join()}]}}`;
    for (const text of [
      `{${fields}}`,
      entries,
      `{"data":{"items":[${'{},'.repeat(300_000)}{}]}}`,
      `{"${'k'.repeat(900_000)}":1}`,
    ]) {
      const problem = await asks(
        '/v1/commands/PublishSchedule',
        [400, 'invalid'],
        body(text, 'application/json'),
      );
      expect(JSON.stringify(problem).length).toBeLessThan(60_000);
      expect(problem.fields?.length).toBeLessThanOrEqual(50);
    }
  });

  it('is refused above 1 MiB, and taken just below', async () => {
    const padded = (size: number) => {
      const text = JSON.stringify(actor('padded').body);
      return body(text.replace('{', `{${' '.repeat(size - text.length)}`), 'application/json');
    };
    await asks('/v1/commands/RegisterActor', [413, 'payload_too_large'], padded(MIB + 1));
    expect((await service.send('/v1/commands/RegisterActor', padded(MIB))).status).toBe(201);
  });

  it('is refused when it is nested more deeply than any body', async () => {
    const depth = 100_000;
    const deep = `{"data":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    await asks('/v1/commands/RegisterActor', [400, 'invalid'], body(deep, 'application/json'));
  });
});

describe('a command that is not there', () => {
  it.each(['RegisterNobody', 'registeractor', 'constructor', '__proto__', 'toString', 'ActorRegistered'])(
    'is refused by its name: %s',
    async (command) => {
      const { detail } = await refused({ command, body: actor('nobody').body }, [404, 'unknown_command']);
      expect(detail).toContain(`"${command}"`);
    },
  );
});

describe('a body of the wrong shape', () => {
  const plan = (items: readonly object[]) => summit.published(items, { revision: 2 }, { recordId: 'plan2' });
  const shapes: readonly (readonly [string, Posting, readonly string[]])[] = [
    [
      'an unknown field',
      tell('ConcludeSummit', summit.concluded().body['data'] as object, { mood: 'bad' }),
      ['mood'],
    ],
    ['an unknown field in the data', summit.concluded({ mood: 'bad' }), ['data.mood']],
    ['an unknown field in a list', plan([item('tea', { mood: 'bad' })]), ['data.items.0.mood']],
    [
      'an unknown field in a source',
      summit.concluded({}, { sources: [{ sourceId: 'S01', page: 1 }] }),
      ['sources.0.page'],
    ],
    [
      'an unknown field in a time',
      summit.concluded({}, { occurredAt: { ...account.occurredAt, moon: 'full' } }),
      ['occurredAt.moon'],
    ],
    [
      'what only the service adds',
      summit.concluded({}, { recordedBy: 'me', recordedAt: 'now' }),
      ['recordedBy', 'recordedAt'],
    ],
    ['a missing field', summit.concluded({ manner: undefined }), ['data.manner']],
    ['a missing field in a list', plan([{ itemId: 'tea', order: 1, kind: 'meal' }]), ['data.items.0.title']],
    ['missing data', { command: 'ConcludeSummit', body: { ...account } }, ['data']],
    ['no time', summit.concluded({}, { occurredAt: undefined }), ['occurredAt']],
    ['a value outside its enum', summit.concluded({ manner: 'badly' }), ['data.manner']],
    ['a value outside its enum in a list', plan([item('tea', { kind: 'tea' })]), ['data.items.0.kind']],
    [
      'a bad slug',
      tell('RecordPosition', { summitId: 'x', party: 'us', issue: 'Big Deal', kind: 'goal', content: 'all' }),
      ['data.issue'],
    ],
    ['a bad id', actor('-'), ['data.actorId']],
    ['an id that is too long', actor('a'.repeat(65)), ['data.actorId']],
    ['a recordId of digits', summit.concluded({}, { recordId: '7' }), ['recordId']],
    ['a number where a text belongs', actor('n', { description: 5 }), ['data.description']],
    ['null where a text belongs', actor('n', { description: null }), ['data.description']],
    ['a list where an object belongs', { command: 'RegisterActor', body: { data: [] } }, ['data']],
    ['an object where a list belongs', actor('n', { names: { 0: 'N' } }), ['data.names']],
    ['a list in a list', plan([[]]), ['data.items']],
    ['a time that is no time', summit.concluded({}, { occurredAt: 'yesterday' }), ['occurredAt']],
    ['a day that no calendar has', summit.concluded({}, { occurredAt: '2019-02-30' }), ['occurredAt']],
    ['an address that is none', summit.retracted('H38'), ['data.target']],
    ['scheduled beside an itemId', summit.held('lunch', { scheduled: 'no' }), ['data.scheduled']],
    [
      'a probability above 1',
      tell('RecordPrediction', {
        predictionId: 'p',
        summitIds: ['x'],
        by: 'vox',
        claim: 'a deal',
        probability: 2,
      }),
      ['data.probability'],
    ],
  ];

  it.each(shapes)('is refused for %s, by name', async (_what, posting, fields) => {
    expect(fieldsOf(await refused(posting, [400, 'invalid']))).toEqual(fields);
  });

  it('is refused with all that is wrong at once', async () => {
    const posting = summit.concluded({ manner: 'badly', mood: 'bad' }, { certainty: 'sure', recordId: '-' });
    const wrong = fieldsOf(await refused(posting, [400, 'invalid']));
    expect(wrong.sort()).toEqual(['certainty', 'data.manner', 'data.mood', 'recordId']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is refused for a field that every object inherits: %s',
    async (name) => {
      const text = JSON.stringify(actor('proto').body).replace('"kind"', `"${name}":{"x":1},"kind"`);
      const init = body(text, 'application/json');
      expect(fieldsOf(await asks('/v1/commands/RegisterActor', [400, 'invalid'], init))).toEqual([
        `data.${name}`,
      ]);
    },
  );
});

describe('a body that names what is not there', () => {
  const rule: readonly (readonly [string, Posting, string, readonly string[]])[] = [
    [
      'a time that runs backwards',
      summit.concluded({}, { occurredAt: { ...account.occurredAt, to: '2019-02-01T00:00:00Z' } }),
      'time_reversed',
      ['occurredAt'],
    ],
    [
      'an interval that runs backwards',
      summit.concluded({}, { occurredAt: '2019-02-28/2019-02-27' }),
      'time_reversed',
      ['occurredAt'],
    ],
    [
      'an unknown source',
      summit.concluded({}, { sources: [{ sourceId: 'S99' }] }),
      'unknown_source',
      ['sources.0.sourceId'],
    ],
    ['an unknown actor', summit.concluded({ endedBy: 'nobody' }), 'unknown_actor', ['data.endedBy']],
    [
      'an unknown actor in a list',
      summit.held(undefined, { participants: [{ actorId: 'us' }, { actorId: 'nobody' }] }),
      'unknown_actor',
      ['data.participants.1.actorId'],
    ],
  ];

  it.each(rule)('is refused for %s', async (_what, posting, code, fields) => {
    expect(fieldsOf(await refused(posting, [422, code]))).toEqual(fields);
  });

  it('is refused for an item that no schedule lists', () =>
    refused(summit.held('breakfast', meeting), [422, 'unknown_item']));
});

describe('a bad line in the middle of an import', () => {
  it.each([
    ['{"command":', 400, 'malformed_json'],
    ['[]', 400, 'invalid'],
    ['{"body":{}}', 400, 'invalid'],
    ['{"command":"RegisterNobody","body":{}}', 404, 'unknown_command'],
    ['{"command":"RegisterActor","body":{"data":{}}}', 400, 'invalid'],
    ['{"command":"RegisterActor","body":{"data":{}},"mood":"bad"}', 400, 'invalid'],
    ['{"command":"RegisterActor","body":{"constructor":{}}}', 400, 'invalid'],
  ])('is refused with its number, and the rest goes on: %s', async (bad, status, code) => {
    const before = Number(await service.head());
    const lines = [1, 3].map((n) => JSON.stringify(actor(`line${n}-${before}`)));
    const [first, second, third, ...more] = await service.import([lines[0], bad, lines[1]].join('\n'));
    expect([first?.line, second?.line, third?.line, more]).toEqual([1, 2, 3, []]);
    expect([first?.status, second?.status, second?.code, third?.status]).toEqual([201, status, code, 201]);
    expect(await service.head()).toBe(String(before + 2));
  });
});
