import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service } from '../service.js';
import { eventsIn, first, frames, untilCaughtUp } from './frames.js';
import { actor, registry, SummitPostings } from './postings.js';
import { refusal, type Problem } from './problems.js';

const summit = new SummitPostings('x');
const other = new SummitPostings('y');
let service: Service;

beforeAll(async () => {
  service = await Service.start({ HEARTBEAT_MS: '20' });
  await service.given(...registry, ...summit.programme(), ...other.programme());
});

afterAll(() => service.remove());

describe('events as a stream', () => {
  it('are history, told to be caught up once, then what is posted, at once', async () => {
    const stream = frames(service, '/v1/events');
    const history = (await untilCaughtUp(stream)).filter((frame) => frame !== 'comment');
    const head = Number(await service.head());
    expect(history.map(({ id }) => Number(id))).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    const posted = await service.post<{ position: string }>(actor('at-once'));
    const [event] = await first(1, eventsIn(stream));
    expect(event).toMatchObject({ stream: 'actor-at-once', position: posted.body.position });
  });

  it('tells only once that it is caught up, however much comes later', async () => {
    const stream = frames(service, `/v1/events?after=${await service.head()}`);
    expect(await untilCaughtUp(stream)).toEqual([]);
    await service.given(...[1, 2, 3].map((n) => actor(`once${n}`)));
    const seen: string[] = [];
    for await (const frame of stream) {
      if (frame !== 'comment') seen.push(frame.event ?? '');
      if (seen.length === 3) break;
    }
    expect(seen).toEqual(['ActorRegistered', 'ActorRegistered', 'ActorRegistered']);
  });

  it('goes on after Last-Event-ID, which wins over after', async () => {
    const [event] = await first(1, eventsIn(frames(service, '/v1/events?after=1', { lastEventId: '7' })));
    expect(event?.position).toBe('8');
  });

  it('sends only what its filter lets through, in history and live', async () => {
    const stream = frames(service, '/v1/events?summit=y');
    expect(await untilCaughtUp(stream)).toHaveLength(2);
    await service.given(
      actor('elsewhere'),
      summit.held('dinner', {}, { recordId: 'dined' }),
      other.held('lunch'),
    );
    const [event] = await first(1, eventsIn(stream));
    expect(event?.record).toBe('summit-y/held');
  });

  it('says that it is alive when nothing comes', async () => {
    const stream = frames(service, `/v1/events?after=${await service.head()}`);
    await untilCaughtUp(stream);
    expect(await first(3, stream)).toEqual(['comment', 'comment', 'comment']);
  });
});

describe('as many streams as there may be', () => {
  it('leave no room for another until one ends', async () => {
    const small = await Service.start({ MAX_SUBSCRIBERS: '2' });
    try {
      const open = [frames(small, '/v1/events'), frames(small, '/v1/events')];
      await Promise.all(open.map((stream) => untilCaughtUp(stream)));
      const ask = () => small.get<Problem>('/v1/events', { accept: 'text/event-stream' });
      expect((await ask()).headers.get('retry-after')).toMatch(/^\d+$/);
      await refusal(small, ask, [503, 'too_many_subscribers']);
      expect((await small.get('/v1/events')).status).toBe(200);
      await open[0]?.return();
      // The service learns of it as soon as the connection is closed.
      let status = 503;
      while (status === 503) {
        const { status: next, body } = await small.open('/v1/events', {
          headers: { accept: 'text/event-stream' },
        });
        await body?.cancel();
        status = next;
      }
      expect(status).toBe(200);
    } finally {
      await small.remove();
    }
  });
});

describe('a service that stops', () => {
  it('ends every stream, and leaves nothing running', async () => {
    const leaving = await Service.start();
    try {
      const streams = Array.from({ length: 10 }, () => frames(leaving, '/v1/events'));
      await Promise.all(streams.map((stream) => untilCaughtUp(stream)));
      const ends = Promise.all(streams.map((stream) => stream.next()));
      expect(await leaving.stop()).toBe(0);
      expect((await ends).map(({ done }) => done)).toEqual(streams.map(() => true));
    } finally {
      await leaving.remove();
    }
  });
});
