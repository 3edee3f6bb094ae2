import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventsIn, first, frames, untilCaughtUp, type WireEvent } from '../http/frames.js';
import { actor, note, registry, SummitPostings } from '../http/postings.js';
import type { Problem } from '../http/problems.js';
import { Service } from '../service.js';

const summit = new SummitPostings('x');
const held = summit.record('held');
let service: Service;

beforeAll(async () => {
  service = await Service.start({ HEARTBEAT_MS: '20' });
  await service.given(
    ...registry,
    ...summit.programme(),
    summit.held('lunch'),
    summit.held('dinner', {}, { recordId: 'dined' }),
    note('CorroborateRecord', { target: held }, { recordId: 'seconded', sources: [{ sourceId: 'S02' }] }),
    note('CorrectRecord', {
      target: held,
      patch: { data: { place: 'Hotel' } },
      reason: 'A slip.',
      cause: 'error',
    }),
    summit.retracted(summit.record('seconded'), { recordId: 'unsaid' }),
    summit.retracted(summit.record('dined'), { recordId: 'undined' }),
    actor('bystander'),
  );
});

afterAll(() => service.remove());

const about = (events: readonly WireEvent[]) => events.map(({ type, record }) => `${type} ${record}`);
const story = [
  'MeetingHeld summit-x/held',
  'RecordCorroborated summit-x/seconded',
  'RecordCorrected summit-x/5',
  'RecordRetracted summit-x/unsaid',
];

async function page(query: string): Promise<readonly WireEvent[]> {
  return (await service.get<{ events: WireEvent[] }>(`/v1/events?${query}`)).body.events;
}

async function lines(query: string): Promise<WireEvent[]> {
  const { text } = await service.get(`/v1/events?${query}`, { accept: 'application/x-ndjson' });
  const said = text.split('\n').filter((line) => line !== '');
  return said.map((line) => JSON.parse(line) as WireEvent); // one event a line
}

describe('the events of a record', () => {
  it('are its own and those about it, at one remove too, in every form', async () => {
    expect(about(await page(`record=${held}`))).toEqual(story);
    expect(about(await lines(`record=${held}`))).toEqual(story);
    const stream = frames(service, `/v1/events?record=${held}`);
    expect(about(await first(story.length, eventsIn(stream)))).toEqual(story);
  });

  it('are found from the middle, where the one that they are about has passed', async () => {
    const [, seconded] = await page(`record=${held}`);
    expect(about(await page(`record=${held}&after=${seconded?.position}`))).toEqual(story.slice(2));
  });

  it('go with other filters, which leave out what leads to them', async () => {
    expect(about(await page(`record=${held}&type=RecordRetracted`))).toEqual(story.slice(3));
    expect(await page(`record=${held}&category=statement`)).toEqual([]);
    expect(about(await page(`record=${held}&summit=x&type=MeetingHeld`))).toEqual(story.slice(0, 1));
    expect(await page(`record=${held}&summit=y`)).toEqual([]);
  });

  it('come in pages that lead to each other', async () => {
    const seen: WireEvent[] = [];
    for (let after = '0', caughtUp = false; !caughtUp;) {
      const { body } = await service.get<{ events: WireEvent[]; position: string; caughtUp: boolean }>(
        `/v1/events?record=${held}&limit=1&after=${after}`,
      );
      seen.push(...body.events);
      ({ position: after, caughtUp } = body);
    }
    expect(about(seen)).toEqual(story);
  });

  it('come live, before anything else is known of the record and at one remove', async () => {
    const path = `/v1/events?record=${summit.record('signed')}&type=SigningHeld,RecordRetracted`;
    const stream = frames(service, path);
    expect((await untilCaughtUp(stream)).filter((frame) => frame !== 'comment')).toEqual([]);
    await service.given(
      summit.signed('signing'),
      note('CorroborateRecord', { target: summit.record('signed') }, { sources: [{ sourceId: 'S02' }] }),
      actor('another'),
      summit.retracted(summit.record('9'), { recordId: 'again' }),
    );
    expect(about(await first(2, eventsIn(stream)))).toEqual([
      'SigningHeld summit-x/signed',
      'RecordRetracted summit-x/again',
    ]);
  });

  it('are asked for by an address', async () => {
    const { status, body } = await service.get<Problem>('/v1/events?record=held');
    expect([status, body.fields?.map(({ field }) => field)]).toEqual([400, ['record']]);
  });
});

describe('a summit whose events are filtered by type', () => {
  it('is followed through what the filter leaves out', async () => {
    const stream = frames(service, '/v1/events?summit=x&type=PredictionResolved');
    await untilCaughtUp(stream);
    const prediction = { predictionId: 'p', by: 'vox', claim: 'A deal.', summitIds: ['x'] };
    await service.given(
      { command: 'RecordPrediction', body: { ...summit.held().body, recordId: 'said', data: prediction } },
      {
        command: 'ResolvePrediction',
        body: {
          ...summit.held().body,
          recordId: 'came',
          occurredAt: '2019-03-02',
          data: { predictionId: 'p', outcome: 'defied', basis: [held], resolvedBy: 'vox' },
        },
      },
    );
    expect(about(await first(1, eventsIn(stream)))).toEqual(['PredictionResolved prediction-p/came']);
  });
});

describe('a reader who has seen what this ledger does not hold', () => {
  it('is told where it goes on, and goes on there', async () => {
    const head = await service.head();
    const stream = frames(service, '/v1/events', { lastEventId: String(Number(head) + 1_000) });
    const [reset] = await first(1, { [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) });
    expect(reset).toMatchObject({ event: 'reset', id: head, data: JSON.stringify({ position: head }) });
    expect((await untilCaughtUp(stream)).filter((frame) => frame !== 'comment')).toEqual([]);
    await service.given(actor('after-reset'));
    expect(about(await first(1, eventsIn(stream)))).toEqual(['ActorRegistered actor-after-reset/0']);
  });

  it('is refused lines that go on, which have no room to say so', async () => {
    const accept = { accept: 'application/x-ndjson' };
    const { status, body } = await service.get<Problem>('/v1/events?live=true&after=1000000', accept);
    expect([status, body.fields?.map(({ field }) => field)]).toEqual([400, ['after']]);
  });

  it('gets none where it has seen just what there is', async () => {
    const stream = frames(service, '/v1/events', { lastEventId: await service.head() });
    expect((await untilCaughtUp(stream)).filter((frame) => frame !== 'comment')).toEqual([]);
    await stream.return();
  });
});
