import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventSourceMessage } from 'eventsource-parser';
import { applied, type Changes, type Json } from '../../src/views/diff/changes.js';
import { frames, type Frame } from '../http/frames.js';
import { actor, registry, SummitPostings } from '../http/postings.js';
import type { Problem } from '../http/problems.js';
import { Service } from '../service.js';

const VIEW = '/v1/summits/x/schedule-vs-actual';
const summit = new SummitPostings('x');
let service: Service;

beforeAll(async () => {
  service = await Service.start({ HEARTBEAT_MS: '50' });
  await service.given(...registry, ...summit.programme());
});

afterAll(() => service.remove());

/** The next so many frames that tell something. */
async function next(count: number, from: AsyncGenerator<Frame, void>): Promise<EventSourceMessage[]> {
  const told: EventSourceMessage[] = [];
  while (told.length < count) {
    const { value } = await from.next();
    if (value === undefined) throw new Error('the stream ended');
    if (value !== 'comment') told.push(value);
  }
  return told;
}

const names = (told: readonly EventSourceMessage[]) => told.map(({ event }) => event);
const said = (frame: EventSourceMessage | undefined) => JSON.parse(frame?.data ?? '{}') as Json & Changes; // of a view

/** The answer without what it says of its own time. */
async function answer(): Promise<Json> {
  return bare((await service.get(VIEW)).body);
}

function bare({ queryTime: _queryTime, position: _position, ...model }: Json): Json {
  return model;
}

describe('a view that is followed', () => {
  it('is its state, then its changes, which lead to the answer of that moment', async () => {
    const stream = frames(service, VIEW);
    const told = await next(2, stream);
    const [snapshot] = told;
    expect(names(told)).toEqual(['snapshot', 'caught-up']);
    expect(bare(said(snapshot))).toEqual(await answer());
    const { body } = await service.post<{ position: string }>(summit.held('lunch'));
    const [change] = await next(1, stream);
    expect(change).toMatchObject({ event: 'change', id: body.position });
    expect(bare(applied(said(snapshot), said(change)))).toEqual(await answer());
    expect(said(change).changed.flatMap(({ because }) => because)).toContain('summit-x/held');
    await stream.return();
  });

  it('says nothing of what does not change it', async () => {
    const stream = frames(service, VIEW);
    await next(2, stream);
    await service.given(actor('elsewhere'), summit.held('dinner', {}, { recordId: 'dined' }));
    const [change] = await next(1, stream);
    expect(said(change).changed.flatMap(({ because }) => because)).toContain('summit-x/dined');
    await stream.return();
  });

  it('is told to a reader that comes back as what changed meanwhile', async () => {
    const [before, lastEventId] = [await answer(), await service.head()];
    await service.given(summit.signingCanceled());
    const stream = frames(service, VIEW, { lastEventId });
    const told = await next(2, stream);
    const [change] = told;
    expect(names(told)).toEqual(['change', 'caught-up']);
    expect(bare(applied(before, said(change)))).toEqual(await answer());
    await stream.return();
  });

  it('begins anew for a reader that has seen what this ledger does not hold', async () => {
    const stream = frames(service, VIEW, { lastEventId: '1000000' });
    expect(names(await next(3, stream))).toEqual(['reset', 'snapshot', 'caught-up']);
    await stream.return();
  });

  it('is refused for a past of the ledger, which changes no more', async () => {
    const accept = { accept: 'text/event-stream' };
    const { status, body } = await service.get<Problem>(`${VIEW}?asOf=3`, accept);
    expect([status, body.fields?.map(({ field }) => field)]).toEqual([400, ['asOf']]);
  });
});
