import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service, type Posting } from '../service.js';
import { actor, registry, source, SummitPostings } from './postings.js';
import { refusal, type Problem } from './problems.js';

interface Answer {
  readonly record: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

let service: Service;
let actors = 0;
const newActor = () => actor(`a${++actors}`);
const keyed = (posting: Posting, key: string): Posting => ({ ...posting, key });
const eventsOf = async (stream: string) =>
  (await service.get<{ events: object[] }>(`/v1/streams/${stream}/events`)).body.events;

beforeAll(async () => {
  service = await Service.start();
  await service.given(...registry);
});

afterAll(() => service.remove());

describe('the answer to a command', () => {
  it('says where the record is, at which revision its stream, at which position the ledger', async () => {
    const summit = new SummitPostings('answered');
    const { status, headers, body } = await service.post<Answer>(summit.registered({ recordId: 'first' }));
    expect(status).toBe(201);
    expect(headers.get('location')).toBe('/v1/records/summit-answered/first');
    expect(headers.get('etag')).toBe('"summit-answered@0"');
    expect(headers.get('ledger-position')).toBe(body.position);
    expect(await service.head()).toBe(body.position);
    expect(body).toMatchObject({ record: 'summit-answered/first', stream: 'summit-answered', revision: 0 });
    expect(body.events).toEqual([expect.objectContaining({ type: 'SummitRegistered', revision: 0 })]);
  });

  it('leads to the record, at the revision that it names by default', async () => {
    const { headers, body } = await service.post<Answer>(newActor());
    const found = await service.get<{ record: string }>(headers.get('location') ?? '');
    expect([found.status, found.body.record]).toEqual([200, body.record]);
  });
});

describe('Idempotency-Key', () => {
  it('gives the same answer again, and one event', async () => {
    const posting = keyed(newActor(), 'once');
    const first = await service.post<Answer>(posting);
    const again = await service.post<Answer>(posting);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('record-standing')).toBe('effective');
    for (const name of ['location', 'etag', 'ledger-position'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(await eventsOf(first.body.stream)).toHaveLength(1);
  });

  it('gives the same answer after the process was killed', async () => {
    const posting = keyed(newActor(), 'before');
    const first = await service.post<Answer>(posting);
    await service.kill();
    await service.restart();
    const again = await service.post<Answer>(posting);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(await eventsOf(first.body.stream)).toHaveLength(1);
  });

  it('gives the same answer to 20 who send it at once, and one event', async () => {
    const posting = keyed(newActor(), 'crowd');
    const replies = await Promise.all(Array.from({ length: 20 }, () => service.post<Answer>(posting)));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(await eventsOf(replies[0]?.body.stream ?? '')).toHaveLength(1);
  });

  it('takes a body whose keys come in another order for the same', async () => {
    const posting = keyed(newActor(), 'sorted');
    const first = await service.post<Answer>(posting);
    const data = Object.entries(posting.body['data'] as object).reverse();
    const again = await service.post<Answer>({ ...posting, body: { data: Object.fromEntries(data) } });
    expect(again.text).toBe(first.text);
  });

  it('is refused for another body, and stays bound to the first', async () => {
    const posting = keyed(newActor(), 'bound');
    const first = await service.post<Answer>(posting);
    const data = { ...(posting.body['data'] as object), description: 'somebody else' };
    const other = { ...posting, body: { data } };
    await refusal(service, () => service.post<Problem>(other), [422, 'idempotency_key_reused']);
    expect((await service.post<Answer>(posting)).text).toBe(first.text);
  });

  it('is refused for another command with the same body', async () => {
    const summit = new SummitPostings('keyed');
    await service.given(...summit.programme(), keyed(summit.held('lunch'), 'which'));
    const other = keyed({ ...summit.held('lunch'), command: 'RecordMeetingCanceled' }, 'which');
    expect((await service.post<Problem>(other)).body.code).toBe('invalid');
    const canceled = keyed(summit.canceled('dinner'), 'which');
    await refusal(service, () => service.post<Problem>(canceled), [422, 'idempotency_key_reused']);
  });

  it('may be used once in each stream', async () => {
    const [one, other] = [newActor(), source('S03', 'vox')];
    expect((await service.post(keyed(one, 'shared'))).status).toBe(201);
    expect((await service.post(keyed(other, 'shared'))).status).toBe(201);
  });

  it('is not used up by a refusal', async () => {
    const posting = keyed(source('S04', 'not-yet'), 'patient');
    await refusal(service, () => service.post<Problem>(posting), [422, 'unknown_actor']);
    await service.given(actor('not-yet'));
    expect((await service.post(posting)).status).toBe(201);
  });

  it('gives the first answer even where the stream has moved on from If-Match', async () => {
    const summit = new SummitPostings('moved');
    await service.given(...summit.programme());
    const posting = keyed(summit.held('lunch'), 'match');
    const first = await service.post<Answer>(posting, { 'if-match': '"summit-moved@1"' });
    const again = await service.post<Answer>(posting, { 'if-match': '"summit-moved@1"' });
    expect([first.status, again.text]).toEqual([201, first.text]);
  });
});

describe('If-Match', () => {
  it('lets one of two clients in, and tells the other the current revision', async () => {
    const summit = new SummitPostings('matched');
    await service.given(...summit.programme());
    const ifMatch = { 'if-match': '"summit-matched@1"' };
    const replies = await Promise.all([
      service.post<Problem>(summit.held('lunch'), ifMatch),
      service.post<Problem>(summit.held('dinner', {}, { recordId: 'other' }), ifMatch),
    ]);
    const [lucky, late] = replies.sort((one, other) => one.status - other.status);
    expect([lucky.status, late.status]).toEqual([201, 412]);
    expect(late.body).toMatchObject({ code: 'revision_conflict' });
    expect(late.body.detail).toContain('"summit-matched@2"');
    expect(lucky.headers.get('etag')).toBe('"summit-matched@2"');
  });

  it('takes the ETag of the answer before', async () => {
    const summit = new SummitPostings('chained');
    await service.given(...summit.programme());
    const first = await service.post(summit.held('lunch'));
    const second = await service.post(summit.concluded(), { 'if-match': first.headers.get('etag') ?? '' });
    expect([second.status, second.headers.get('etag')]).toEqual([201, '"summit-chained@3"']);
  });

  it('refuses a revision that the stream has yet to reach', async () => {
    const summit = new SummitPostings('ahead');
    await service.given(...summit.programme());
    const ask = () => service.post<Problem>(summit.held('lunch'), { 'if-match': '"summit-ahead@5"' });
    expect((await refusal(service, ask, [412, 'revision_conflict'])).detail).toContain('"summit-ahead@1"');
  });

  it('refuses the ETag of another stream', async () => {
    const summit = new SummitPostings('mistaken');
    await service.given(...summit.programme());
    const ask = () => service.post<Problem>(summit.held('lunch'), { 'if-match': '"summit-answered@1"' });
    await refusal(service, ask, [412, 'revision_conflict']);
  });
});

describe('If-None-Match', () => {
  it('lets only the first create a stream', async () => {
    const summit = new SummitPostings('new');
    const creating = { 'if-none-match': '*' };
    expect((await service.post(summit.registered(), creating)).status).toBe(201);
    const ask = () => service.post<Problem>(summit.published([]), creating);
    expect((await refusal(service, ask, [412, 'revision_conflict'])).detail).toContain('"summit-new@0"');
  });
});

describe('clients without conditions', () => {
  it('all get in where their commands allow it: 30 at once, revisions without a gap', async () => {
    const summit = new SummitPostings('busy');
    await service.given(...summit.programme());
    const held = Array.from({ length: 30 }, (_, i) =>
      summit.held(undefined, { meetingId: `m${i}` }, { recordId: `m${i}` }),
    );
    const replies = await Promise.all(held.map((posting) => service.post<Answer>(posting)));
    expect(replies.map(({ status }) => status)).toEqual(held.map(() => 201));
    const revisions = replies.map(({ body }) => body.revision).sort((a, b) => a - b);
    expect(revisions).toEqual(held.map((_, i) => i + 2));
  });

  it('cannot both hold one item', async () => {
    const summit = new SummitPostings('raced');
    await service.given(...summit.programme());
    const held = Array.from({ length: 10 }, (_, i) =>
      summit.held('lunch', { meetingId: `m${i}` }, { recordId: `m${i}` }),
    );
    const replies = await Promise.all(held.map((posting) => service.post<Problem>(posting)));
    const codes = replies.map(({ body }) => (body as Partial<Problem>).code ?? 'recorded').sort();
    expect(codes).toEqual([...Array<string>(9).fill('contradicts_record'), 'recorded']);
  });
});
