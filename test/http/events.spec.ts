import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service } from '../service.js';
import { bytesOf, first, frames, untilCaughtUp, type WireEvent } from './frames.js';
import { actor, registry, SummitPostings, tell } from './postings.js';

interface Page {
  readonly events: readonly WireEvent[];
  readonly position: string;
  readonly caughtUp: boolean;
}

const summit = new SummitPostings('x');
const other = new SummitPostings('y');
let service: Service;

beforeAll(async () => {
  service = await Service.start();
  await service.given(...registry, ...summit.programme(), ...other.programme(), summit.held('lunch'));
  await service.given(
    tell('RecordCommitment', {
      commitmentId: 'c',
      summitIds: ['x'],
      promisor: 'dprk',
      promisee: 'us',
      form: 'verbal',
      issue: 'testing',
      content: 'No tests.',
      attribution: 'third_party',
    }),
    tell('AssessCommitment', {
      commitmentId: 'c',
      status: 'kept',
      assessor: 'vox',
      basis: ['summit-x/held'],
    }),
  );
});

afterAll(() => service.remove());

const positionsOf = (events: readonly WireEvent[]) => events.map(({ position }) => Number(position));

async function pages(path: string): Promise<Page[]> {
  const found: Page[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const reply: Awaited<ReturnType<typeof service.get<Page>>> = await service.get<Page>(next);
    found.push(reply.body);
    next = /^<(.+)>; rel="next"$/.exec(reply.headers.get('link') ?? '')?.[1];
  }
  return found;
}

async function all(query = ''): Promise<readonly WireEvent[]> {
  return (await pages(`/v1/events?limit=1000${query}`)).flatMap(({ events }) => events);
}

describe('events as pages', () => {
  it('lead by links from the first to the last, each once, in order', async () => {
    const found = await pages('/v1/events?limit=4');
    const head = Number(await service.head());
    expect(positionsOf(found.flatMap(({ events }) => events))).toEqual(
      Array.from({ length: head }, (_, i) => i + 1),
    );
    expect(found.map(({ caughtUp }) => caughtUp)).toEqual(found.map((_, i) => i === found.length - 1));
    expect(found.slice(0, -1).every(({ events }) => events.length === 4)).toBe(true);
  });

  it('carry what was recorded, where and when', async () => {
    const { body } = await service.get<Page>('/v1/events?after=0&limit=1');
    expect(body.events).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        type: 'ActorRegistered',
        stream: 'actor-us',
        revision: 0,
        position: '1',
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        recordedBy: 'anonymous',
        record: 'actor-us/0',
        data: { recordId: '0', data: { actorId: 'us', kind: 'organization', names: ['US'] } },
      },
    ]);
  });

  it('keep the filter from page to page', async () => {
    const found = await pages('/v1/events?limit=2&type=ActorRegistered');
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found.flatMap(({ events }) => events).map(({ type }) => type))).toEqual(
      new Set(['ActorRegistered']),
    );
  });

  it('say that the end is reached', async () => {
    const head = await service.head();
    const { body } = await service.get<Page>(`/v1/events?after=${head}`);
    expect(body).toMatchObject({ events: [], caughtUp: true });
  });

  it.each(['application/json', 'application/x-ndjson'])(
    'say where the ledger ends to who stands beyond: %s',
    async (accept) => {
      const head = await service.head();
      const { status, body } = await service.get(`/v1/events?after=${Number(head) + 1000}`, { accept });
      expect([status, body]).toEqual([
        400,
        expect.objectContaining({
          code: 'invalid',
          fields: [{ field: 'after', message: `the ledger ends at position ${head}` }],
        }),
      ]);
    },
  );
});

describe('a filter', () => {
  it('shows only the types that it names', async () => {
    const types = (await all('&type=MeetingHeld,SchedulePublished')).map(({ type }) => type);
    expect(types).toEqual(['SchedulePublished', 'SchedulePublished', 'MeetingHeld']);
  });

  it('shows only the categories that it names', async () => {
    const streams = (await all('&category=source,commitment')).map(({ stream }) => stream);
    expect(streams).toEqual(['source-S01', 'source-S02', 'commitment-c', 'commitment-c']);
  });

  it('shows all that concerns a summit, and nothing of another', async () => {
    const types = (await all('&summit=x')).map(({ type }) => type);
    expect(types).toEqual([
      'SummitRegistered',
      'SchedulePublished',
      'MeetingHeld',
      'CommitmentMade',
      'CommitmentAssessed',
    ]);
    expect((await all('&summit=y')).map(({ stream }) => stream)).toEqual(['summit-y', 'summit-y']);
  });

  it('shows nothing that is both of a type and of a category where nothing is', async () => {
    expect(await all('&type=MeetingHeld&category=source')).toEqual([]);
  });
});

describe('the events of a stream', () => {
  it('are those of its revisions', async () => {
    const { body } = await service.get<Page>('/v1/streams/summit-x/events');
    expect(body.events.map(({ revision, stream }) => [revision, stream])).toEqual(
      [0, 1, 2].map((revision) => [revision, 'summit-x']),
    );
  });

  it('come as frames, too, and no others among them', async () => {
    const stream = frames(service, '/v1/streams/summit-y/events');
    const history = await untilCaughtUp(stream);
    expect(history).toHaveLength(2);
    await stream.return();
  });
});

describe('events as lines', () => {
  const lines = async (query: string) =>
    (await service.get(`/v1/events?${query}`, { accept: 'application/x-ndjson' })).text
      .trim()
      .split('\n')
      // One event a line.
      .map((line) => JSON.parse(line) as WireEvent);

  it('are the same as in pages, and end', async () => {
    expect(await lines('after=0')).toEqual(await all());
    expect(await lines('after=3&category=actor')).toEqual(await all('&after=3&category=actor'));
  });

  it('go on live where that is asked', async () => {
    const head = await service.head();
    const { body } = await service.open(`/v1/events?after=${head}&live=true`, {
      headers: { accept: 'application/x-ndjson' },
    });
    await service.given(actor('live-line'));
    if (!body) throw new Error('no lines came');
    const [line] = await first(1, bytesOf(body));
    expect(new TextDecoder().decode(line)).toContain('"stream":"actor-live-line"');
  });
});
