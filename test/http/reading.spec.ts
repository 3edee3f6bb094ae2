import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service, type Posting } from '../service.js';
import { registry, SummitPostings } from './postings.js';
import { refusal, type Problem } from './problems.js';

interface Schedule {
  readonly summitId: string;
  readonly moment: {
    readonly at: string | null;
    readonly asOf: string | null;
    readonly publicAt: string | null;
  };
  readonly queryTime: string;
  readonly position: string;
  readonly rows: readonly {
    readonly itemId: string | null;
    readonly meetingId: string | null;
    readonly outcome: string;
  }[];
}
interface Recorded {
  readonly position: string;
  readonly events: readonly { readonly recordedAt: string }[];
}

let service: Service;

beforeAll(async () => {
  service = await Service.start();
  await service.given(...registry);
});

afterAll(() => service.remove());

async function newSummit(id: string): Promise<SummitPostings> {
  const summit = new SummitPostings(id);
  await service.given(...summit.programme());
  return summit;
}

async function posted(posting: Posting): Promise<Recorded> {
  const { status, body, text } = await service.post<Recorded>(posting);
  if (status !== 201) throw new Error(text);
  return body;
}

const schedule = (summit: SummitPostings, query = '') =>
  service.get<Schedule>(`/v1/summits/${summit.id}/schedule-vs-actual${query}`);

async function outcomeOf(summit: SummitPostings, itemId: string, query = ''): Promise<string | undefined> {
  const { body } = await schedule(summit, query);
  return body.rows.find((row) => row.itemId === itemId)?.outcome;
}

const meeting = (summit: SummitPostings, id: string) =>
  summit.held(undefined, { meetingId: id }, { recordId: id });

describe('a read after a write', () => {
  it('reflects it, 200 times in a row', async () => {
    const summit = await newSummit('row');
    for (let i = 0; i < 200; i++) {
      const { position } = await posted(meeting(summit, `m${i}`));
      const { headers, body } = await schedule(summit);
      expect(body.rows.some(({ meetingId }) => meetingId === `m${i}`)).toBe(true);
      expect(Number(headers.get('ledger-position'))).toBeGreaterThanOrEqual(Number(position));
    }
  });

  it('reflects it for each of 20 clients at once', async () => {
    const clients = Array.from({ length: 20 }, (_, client) => client);
    const stale = await Promise.all(
      clients.map(async (client) => {
        const summit = await newSummit(`client-${client}`);
        const missed: string[] = [];
        for (let i = 0; i < 10; i++) {
          await posted(meeting(summit, `m${i}`));
          const { body } = await schedule(summit);
          if (!body.rows.some(({ meetingId }) => meetingId === `m${i}`)) missed.push(`${client}: ${i}`);
        }
        return missed;
      }),
    );
    expect(stale.flat()).toEqual([]);
  });

  it('reflects what another client was told of', async () => {
    const summit = await newSummit('told');
    const [{ position }] = await Promise.all([posted(meeting(summit, 'm')), schedule(summit)]);
    const { body } = await service.get<Schedule>(`/v1/summits/${summit.id}/schedule-vs-actual`, {
      'ledger-min-position': position,
    });
    expect(Number(body.position)).toBeGreaterThanOrEqual(Number(position));
  });

  it('reflects all that was acknowledged before a restart', async () => {
    const summit = await newSummit('restarted');
    await posted(summit.held('lunch'));
    await service.kill();
    await service.restart();
    expect(await outcomeOf(summit, 'lunch')).toBe('held');
  });
});

describe('Ledger-Min-Position', () => {
  it('is told that the facts lag behind when no position of that height comes in time', async () => {
    const impatient = await Service.start({ READ_TIMEOUT_MS: '50' });
    try {
      const ask = () =>
        impatient.send<Problem>('/v1/summits/x/schedule-vs-actual', {
          headers: { 'ledger-min-position': '1000' },
        });
      expect((await ask()).headers.get('retry-after')).toMatch(/^\d+$/);
      expect((await refusal(impatient, ask, [503, 'projection_lagging'])).detail).toContain('1000');
    } finally {
      await impatient.remove();
    }
  });
});

describe('the envelope', () => {
  it('names the moment as it was asked, the time of the question and the position', async () => {
    const summit = await newSummit('enveloped');
    const at = '2019-02-28T12:00:00+07:00';
    const position = await service.head();
    const asked = `?at=${encodeURIComponent(at)}&asOf=${position}&publicAt=2019-03-01T00:00:00Z`;
    const { headers, body } = await schedule(summit, asked);
    expect(body).toMatchObject({
      summitId: 'enveloped',
      moment: { at, asOf: position, publicAt: '2019-03-01T00:00:00Z' },
      queryTime: '2019-02-28T05:00:00.000Z',
      position,
    });
    expect(headers.get('ledger-position')).toBe(position);
  });

  it('names no moment where none was asked, and the time of receipt', async () => {
    const before = new Date().toISOString();
    const { body } = await schedule(await newSummit('plain'));
    expect(body.moment).toEqual({ at: null, asOf: null, publicAt: null });
    expect(body.queryTime >= before && body.queryTime <= new Date().toISOString()).toBe(true);
    expect(body.position).toBe(await service.head());
  });

  it('takes a plus sign that was not escaped', async () => {
    const summit = await newSummit('plus');
    const { status, body } = await schedule(summit, '?at=2019-02-28T12:00:00+07:00');
    expect([status, body.queryTime]).toEqual([200, '2019-02-28T05:00:00.000Z']);
  });
});

describe('asOf', () => {
  it('tells by position what the ledger held, whatever came later', async () => {
    const summit = await newSummit('by-position');
    const before = await service.head();
    const held = await posted(summit.held('lunch'));
    const retracted = await posted(summit.retracted(summit.record('held')));
    const at = '&at=2019-03-05T00:00:00Z';
    expect(await outcomeOf(summit, 'lunch', `?asOf=${before}${at}`)).toBe('no_report');
    expect(await outcomeOf(summit, 'lunch', `?asOf=${held.position}${at}`)).toBe('held');
    expect(await outcomeOf(summit, 'lunch', `?asOf=${retracted.position}${at}`)).toBe('no_report');
  });

  it('tells by time what was recorded by then, to the millisecond', async () => {
    const summit = await newSummit('by-time');
    const { events } = await posted(summit.held('lunch'));
    const recordedAt = Date.parse(events[0]?.recordedAt ?? '');
    const asOf = (ms: number) => `?asOf=${new Date(ms).toISOString()}`;
    expect(await outcomeOf(summit, 'lunch', asOf(recordedAt))).toBe('held');
    expect(await outcomeOf(summit, 'lunch', asOf(recordedAt - 1))).not.toBe('held');
  });

  it('answers emptily for a time before the summit was on record', async () => {
    const summit = await newSummit('not-yet');
    const { status, body } = await schedule(summit, '?asOf=2019-02-28T00:00:00Z');
    expect([status, body.rows, body.position]).toEqual([200, [], '0']);
  });

  it('gives the same bytes for ever', async () => {
    const summit = await newSummit('for-ever');
    const query = `?asOf=${await service.head()}`;
    const { text } = await schedule(summit, query);
    await posted(summit.held('lunch'));
    await posted(summit.corrected(summit.record('plan'), { certainty: 'implied' }));
    expect((await schedule(summit, query)).text).toBe(text);
    await service.stop();
    await service.restart();
    expect((await schedule(summit, query)).text).toBe(text);
  });

  it('refuses a position beyond the end of the ledger', async () => {
    await newSummit('end');
    const beyond = Number(await service.head()) + 1;
    const ask = () => service.get<Problem>(`/v1/summits/end/schedule-vs-actual?asOf=${beyond}`);
    const { fields } = await refusal(service, ask, [400, 'invalid']);
    expect(fields).toEqual([{ field: 'asOf', message: expect.stringContaining(String(beyond - 1)) }]);
  });
});

describe('at', () => {
  it('leaves out what had not begun, and asks the plan what was ahead', async () => {
    const summit = await newSummit('at');
    await posted(summit.held('lunch'));
    expect(await outcomeOf(summit, 'lunch', '?at=2019-02-27T00:00:00Z')).toBe('upcoming');
    expect(await outcomeOf(summit, 'lunch', '?at=2019-03-02T00:00:00Z')).toBe('held');
  });
});
