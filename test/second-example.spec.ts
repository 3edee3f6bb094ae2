import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service, type Body, type Posting } from './service.js';

const EXAMPLE = readFileSync('examples/paris-2015.ndjson', 'utf8');
const postings = EXAMPLE.trim()
  .split('\n')
  // The service says below whether each line is a command.
  .map((line) => JSON.parse(line) as Posting);

interface Model extends Body {
  readonly rows: readonly Body[];
}

let service: Service;
/** The position of each record, by its id. */
const positions = new Map<string, string>();

beforeAll(async () => {
  service = await Service.start();
  for (const { status, record = '', position = '' } of await service.import(EXAMPLE)) {
    expect(status).toBe(201);
    positions.set(record.slice(record.indexOf('/') + 1), position);
  }
});
afterAll(() => service.remove());

async function view(name: string, moment: Readonly<Record<string, string>> = {}): Promise<readonly Body[]> {
  const query = new URLSearchParams(moment).toString();
  const { body } = await service.get<Model>(`/v1/summits/paris-2015/${name}?${query}`);
  return body.rows;
}

async function row(field: string, value: string, moment: Readonly<Record<string, string>> = {}) {
  return (await view('schedule-vs-actual', moment)).find((each) => each[field] === value);
}
const itemOf = (itemId: string, moment = {}) => row('itemId', itemId, moment);
const asOf = (record: string) => ({ asOf: positions.get(record) ?? '' });
const of = (...recordIds: string[]) => recordIds.map((recordId) => `summit-paris-2015/${recordId}`);

describe('the example of Paris 2015', () => {
  it('names for every source where it can be read', () => {
    const sources = postings.filter(({ command }) => command === 'RegisterSource');
    expect(sources.length).toBeGreaterThan(20);
    for (const { body } of sources) expect(body['data']).toHaveProperty('url');
  });

  it('has a closing plenary that was moved to another day, put off twice, and began late all the same', async () => {
    expect(await itemOf('closing-plenary')).toMatchObject({
      day: '2015-12-12',
      outcome: 'held',
      label: 'held late',
      planChanges: 4,
      plannedLast: '2015-12-12T17:30:00+01:00',
      startDeltaMin: 106,
      // Of the first plan only the end is known: by six o'clock on Friday.
      plannedFirst: null,
      firstStartDeltaMin: null,
    });
    expect(await itemOf('closing-plenary', asOf('plan-11-december'))).toMatchObject({ day: '2015-12-11' });
    expect(await itemOf('closing-plenary', asOf('closing-to-saturday'))).toMatchObject({ day: '2015-12-12' });
  });

  it('has a text that came two and a half hours after its first time, and on the minute of its last', async () =>
    expect(await itemOf('final-text')).toMatchObject({
      replanMin: 150,
      firstStartDeltaMin: 150,
      startDeltaMin: 0,
      timing: 'as_planned',
    }));

  it('knows no delta where the source says "just after"', async () =>
    expect(await itemOf('draft-9-december')).toMatchObject({ outcome: 'held', startDeltaMin: null }));

  it('drops the meeting at noon by the revision that no longer lists it, and cancels that of Friday by word', async () => {
    expect(await itemOf('committee-noon')).toMatchObject({
      outcome: 'dropped',
      closedBy: of('plan-12-december-noon'),
    });
    expect(await itemOf('committee-noon', asOf('plan-12-december'))).not.toMatchObject({
      outcome: 'dropped',
    });
    expect(await itemOf('friday-plenary')).toMatchObject({ outcome: 'canceled', canceledBy: 'fr.fabius' });
  });

  it('shows each revision with what it brought and what was announced since', async () => {
    const revisions = await view('official-schedule', { publisher: 'fr.presidency' });
    expect(revisions.map(({ revision, day, dropped }) => [revision, day, dropped])).toEqual([
      [1, '2015-11-30', []],
      [2, '2015-12-09', []],
      [3, '2015-12-11', []],
      [4, '2015-12-12', []],
      [5, '2015-12-12', ['final-text', 'committee-noon']],
    ]);
    expect(revisions[2]?.['changes']).toMatchObject([{ itemId: 'closing-plenary', change: 'moved' }]);
    expect(revisions[4]?.['changes']).toMatchObject([{ itemId: 'closing-plenary', change: 'rescheduled' }]);
  });

  it('keeps both accounts where two newsrooms tell two times of one plan', async () =>
    expect(await itemOf('closing-plenary')).toMatchObject({ contestedFields: ['plannedStart'] }));

  it('keeps what it held of the Thursday session before it was corrected', async () => {
    const session = (moment = {}) => row('meetingId', 'committee-10-december', moment);
    expect(await session(asOf('committee-10-held'))).toMatchObject({ day: '2015-12-11' });
    expect(await session()).toMatchObject({ day: '2015-12-10', lastDay: null });
  });

  it('tells at each hour of the last day what was then ahead', async () => {
    const outcomeAt = async (at: string) => (await itemOf('closing-plenary', { at }))?.['outcome'];
    expect(await outcomeAt('2015-12-12T17:29:00+01:00')).toBe('upcoming');
    expect(await outcomeAt('2015-12-12T18:30:00+01:00')).toBe('no_report');
    expect(await outcomeAt('2015-12-14T00:00:00+01:00')).toBe('held');
  });
});

describe('what the public of Paris 2015 knew', () => {
  it('hears of the gathering of July in December', async () => {
    const july = (publicAt: string) => row('meetingId', 'coalition-july', { publicAt });
    expect(await july('2015-12-07T00:00:00+01:00')).toBeUndefined();
    expect(await july('2015-12-09T00:00:00+01:00')).toMatchObject({ day: '2015-07-01', outcome: 'held' });
    expect(await row('meetingId', 'coalition-july', { at: '2015-08-01T00:00:00+02:00' })).toBeDefined();
  });

  it('hears three days later what was said in a small room, and of the position that rests on it', async () => {
    const known = async (publicAt: string) => ({
      said: (await view('statements', { publicAt })).map(({ record }) => record),
      wanted: (await view('positions', { publicAt })).map(({ party }) => party),
    });
    const [said, wanted] = ['statement-fabius-typing-error/fabius-typing-error', 'za'];
    const onSunday = await known('2015-12-14T00:00:00+01:00');
    expect([onSunday.said.includes(said), onSunday.wanted.includes(wanted)]).toEqual([false, false]);
    const onWednesday = await known('2015-12-16T00:00:00+01:00');
    expect([onWednesday.said.includes(said), onWednesday.wanted.includes(wanted)]).toEqual([true, true]);
  });

  it('may have heard the words of a closed session before the memoir that tells them, and has heard them after', async () => {
    const memoir = async (publicAt: string) =>
      (await view('statements', { publicAt })).find(({ speaker, quotes }) =>
        JSON.stringify([speaker, quotes]).includes('the enemy of the good'),
      );
    expect(await memoir('2016-01-01T00:00:00Z')).toMatchObject({ undecided: true });
    expect(await memoir('2018-10-01T00:00:00Z')).not.toHaveProperty('undecided');
  });

  it('adopts in December, signs in April and loses one party years after, each an act of its own', async () => {
    const agreement = async (publicAt: string) => (await view('agreements', { publicAt }))[0];
    expect(await agreement('2015-12-13T00:00:00+01:00')).toMatchObject({ adopted: true, signed: false });
    expect(await agreement('2016-05-01T00:00:00Z')).toMatchObject({
      adopted: true,
      signed: true,
      withdrawals: [],
    });
    expect(await agreement('2020-01-01T00:00:00Z')).toMatchObject({
      adopted: true,
      withdrawals: [{ party: 'us' }],
      remaining: ['fr', 'eu', 'za', 'mh', 'ni'],
    });
  });
});
