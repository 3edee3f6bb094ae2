import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service } from '../service.js';
import { actor, registry, SummitPostings } from './postings.js';
import { expectProblem, fieldsOf, refusal, type Problem } from './problems.js';

let service: Service;

beforeAll(async () => {
  service = await Service.start();
  await service.given(...registry, ...new SummitPostings('x').programme());
});

afterAll(() => service.remove());

const asks = (path: string, expected: readonly [number, string], init: RequestInit = {}) =>
  refusal(service, () => service.send<Problem>(path, init), expected);

describe('a question that cannot be answered', () => {
  const view = '/v1/summits/x/schedule-vs-actual';
  const parameters: readonly (readonly [string, string])[] = [
    [`${view}?asOf=yesterday`, 'asOf'],
    [`${view}?asOf=-1`, 'asOf'],
    [`${view}?asOf=1000000`, 'asOf'],
    [`${view}?asOf=2019-02-28T09:00`, 'asOf'],
    [`${view}?asOf=`, 'asOf'],
    [`${view}?at=2019-02-28`, 'at'],
    [`${view}?at=2019-02-30T00:00:00Z`, 'at'],
    [`${view}?publicAt=5`, 'publicAt'],
    [`${view}?tolerance=ten`, 'tolerance'],
    [`${view}?mood=bad`, 'mood'],
    [`${view}?constructor=1`, 'constructor'],
    ['/v1/events?after=first', 'after'],
    ['/v1/events?limit=0', 'limit'],
    ['/v1/events?limit=1001', 'limit'],
    ['/v1/events?type=Nonsense', 'type'],
    ['/v1/events?mood=bad', 'mood'],
    ['/v1/streams/summit-x/events?mood=bad', 'mood'],
  ];

  it.each(parameters)('names the parameter that is wrong: %s', async (path, field) => {
    expect(fieldsOf(await asks(path, [400, 'invalid']))).toEqual([field]);
  });

  it('names every parameter of the moment that is wrong', async () => {
    const problem = await asks(`${view}?at=x&asOf=y&publicAt=z`, [400, 'invalid']);
    expect(fieldsOf(problem).sort()).toEqual(['asOf', 'at', 'publicAt']);
  });

  it('refuses a parameter that is given twice', async () => {
    expect(
      fieldsOf(await asks(`${view}?at=2019-02-28T00:00:00Z&at=2019-02-27T00:00:00Z`, [400, 'invalid'])),
    ).toEqual(['at']);
  });

  it.each([
    ['/v1/summits/nowhere/schedule-vs-actual', 'unknown_summit', 'nowhere'],
    ['/v1/summits/..%2F..%2Fetc', 'unknown_summit', '../../etc'],
    ['/v1/summits/x/weather', 'not_found', 'weather'],
    ['/v1/summits/x/constructor', 'not_found', 'constructor'],
    ['/v1/streams/summit-nowhere/events', 'not_found', 'summit-nowhere'],
  ])('is not found: %s', async (path, code, name) => {
    expect((await asks(path, [404, code])).detail).toContain(`"${name}"`);
  });

  it.each(['/', '/v1', '/v1/nothing', '/v1/events/1'])('is not found: %s', (path) =>
    asks(path, [404, 'not_found']),
  );

  it.each([
    ['no URL', '%E0%A4%A'],
    ['too long', 'a'.repeat(600)],
  ])('cannot be read where it is %s', (_what, id) =>
    asks(`/v1/summits/${id}/schedule-vs-actual`, [400, 'bad_request']),
  );

  it('is refused where it is no HTTP', async () => {
    const { port } = new URL(service.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('NONSENSE\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]+application\/problem\+json[^]+"code":"bad_request"/);
  });

  it('is refused with headers that are too large', async () => {
    const { status, body } = await service.get<Problem>('/v1/events', { 'x-large': 'x'.repeat(20_000) });
    expect([status, body.code]).toEqual([400, 'bad_request']);
  });

  it('refuses a form in which there is no answer', () =>
    asks('/v1/events', [406, 'not_acceptable'], { headers: { accept: 'image/png' } }));

  it.each([
    ['DELETE', '/v1/events', 'GET, HEAD'],
    ['POST', view, 'GET, HEAD'],
    ['GET', '/v1/commands/RegisterActor', 'POST'],
    ['PUT', '/v1/commands', 'POST'],
  ])('refuses a method, and says which there are: %s %s', async (method, path, allowed) => {
    const reply = await service.send<Problem>(path, { method });
    expectProblem(reply, 405, 'method_not_allowed');
    expect(reply.headers.get('allow')).toBe(allowed);
  });
});

describe('headers that cannot be read', () => {
  it.each([
    ['if-match', 'a weak tag', 'W/"x"'],
    ['if-match', 'no revision', '"summit-x"'],
    ['if-none-match', 'a revision', '"summit-x@1"'],
    ['idempotency-key', '256 characters', 'k'.repeat(256)],
  ])('are refused by name: %s with %s', async (header, _what, value) => {
    const ask = () => service.post<Problem>(actor('heading'), { [header]: value });
    const [field] = fieldsOf(await refusal(service, ask, [400, 'invalid']));
    expect(field?.toLowerCase()).toBe(header);
  });

  it('are refused for Last-Event-ID and Ledger-Min-Position', async () => {
    const last = await asks('/v1/events', [400, 'invalid'], { headers: { 'last-event-id': 'last' } });
    expect(fieldsOf(last)).toEqual(['Last-Event-ID']);
    const least = { headers: { 'ledger-min-position': 'head' } };
    const view = '/v1/summits/x/schedule-vs-actual';
    expect(fieldsOf(await asks(view, [400, 'invalid'], least))).toEqual(['Ledger-Min-Position']);
  });
});
