import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service, type Body } from '../service.js';
import { SummitPostings, tell } from './postings.js';
import { refusal, type Problem } from './problems.js';

/** The golden answers of domain.md §1.3, asked of a ledger into which the example was imported. */
const hanoi = new SummitPostings('hanoi-2019');
const END_OF_WEDNESDAY = '2019-02-28T00:00:00%2B07:00';
let service: Service;

beforeAll(async () => {
  service = await Service.start();
  const outcomes = await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
  expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
  expect(outcomes).toHaveLength(108);
});

afterAll(() => service.remove());

interface Model extends Body {
  readonly rows: readonly Body[];
}

async function asked<T = Model>(path: string): Promise<T> {
  const { status, body } = await service.get<T>(path);
  expect(status).toBe(200);
  return body;
}

const view = <T = Model>(name: string, query = '') => asked<T>(`/v1/summits/hanoi-2019/${name}${query}`);

const pick = (row: Body | undefined, ...fields: readonly string[]) => fields.map((field) => row?.[field]);

/** The rows that have a value in a field, by that value. */
function byField(rows: readonly Body[], field: string): ReadonlyMap<unknown, Body> {
  return new Map(rows.filter((row) => typeof row[field] === 'string').map((row) => [row[field], row]));
}

const outcomeOf = async (itemId: string, query = '') =>
  byField((await view('schedule-vs-actual', query)).rows, 'itemId').get(itemId)?.['outcome'];

describe('the schedule against what occurred', () => {
  it('G1: tells of Thursday what was held, what was not, and who called it off', async () => {
    const { rows } = await view('schedule-vs-actual');
    const items = byField(rows, 'itemId');
    const fields = ['outcome', 'certainty', 'timing', 'canceledBy', 'announcedBy'];
    expect([...items].map(([itemId, row]) => [itemId, ...pick(row, ...fields)])).toEqual([
      ['arrival-statements', 'no_report', null, null, null, null],
      ['one-on-one-thu', 'held', 'implied', 'unknown', null, null],
      ['expanded', 'held', 'implied', 'unknown', null, null],
      ['lunch', 'not_held', 'explicit', null, null, null],
      ['signing', 'canceled', 'explicit', null, 'us.trump', 'us.white-house'],
    ]);
  });

  it('G2: tells four meetings without a plan on record, and calls none unscheduled', async () => {
    const { rows } = await view('schedule-vs-actual');
    const unplanned = rows.filter((row) => row['itemId'] === null);
    expect(unplanned.map((row) => pick(row, 'meetingId', 'outcome', 'plan'))).toEqual([
      ['one-on-one-wed', 'held', 'no_plan_on_record'],
      ['press-wed', 'held', 'no_plan_on_record'],
      ['dinner-wed', 'held', 'no_plan_on_record'],
      ['press-conference', 'held', 'no_plan_on_record'],
    ]);
  });

  it('G3: invents no clock: every delta is null', async () => {
    const { rows } = await view('schedule-vs-actual');
    const deltas = ['startDeltaMin', 'endDeltaMin', 'firstStartDeltaMin', 'replanMin', 'noticeMin'];
    const clocks = ['plannedFirst', 'plannedLast'];
    for (const row of rows) expect(pick(row, ...deltas, ...clocks)).toEqual(Array(7).fill(null));
  });
});

describe('the outcome', () => {
  it('G4: has no agreement, was cut short, and gives the reasons as whose account they are', async () => {
    const outcome = await view<Body & { signing: Body; reasons: readonly Body[] }>('outcome');
    expect(pick(outcome, 'agreement', 'manner')).toEqual(['none', 'cut_short']);
    expect(outcome.signing).toMatchObject({
      outcome: 'canceled',
      papersReady: { value: true, accordingTo: 'us.trump' },
    });
    expect(outcome.reasons).toContainEqual(
      expect.objectContaining({ accordingTo: 'us.trump', text: expect.stringContaining('sanctions') }),
    );
  });

  it('G15: expects the teams to meet, and plans no meeting of the leaders', async () => {
    const { followUp } = await view<{ followUp: readonly Body[] }>('outcome');
    expect(followUp.map((row) => pick(row, 'level', 'status', 'when'))).toEqual([
      ['leaders', 'not_planned', null],
      ['teams', 'expected', null],
    ]);
  });

  it('G14: stands second in the series', async () => {
    const { summits } = await asked<{ summits: readonly Body[] }>('/v1/series/us-dprk-leaders');
    expect(summits.map((row) => pick(row, 'id', 'ordinal', 'agreement'))).toEqual([
      ['singapore-2018', 1, null],
      ['hanoi-2019', 2, 'none'],
    ]);
  });
});

describe('predictions', () => {
  it('G5: are counted by who made them', async () => {
    const { rows } = await view('predictions');
    const counts = rows.map((row) => pick(row, 'by', 'made', 'defied', 'fulfilled', 'open'));
    expect(counts).toEqual(
      expect.arrayContaining([
        ['analysts', 6, 3, 0, 3],
        ['okun', 6, 5, 0, 1],
        ['fenning', 2, 1, 0, 1],
        ['us.trump', 2, 0, 0, 2],
        ['eurasia-group', 2, 0, 0, 2],
        ['anon-analyst-video', 1, 0, 0, 1],
      ]),
    );
    const total = (column: number) => counts.reduce((sum, row) => sum + Number(row[column]), 0);
    expect([1, 2, 3, 4].map(total)).toEqual([19, 9, 0, 10]);
  });

  it('G6: stay open with their notes where no outcome answers them', async () => {
    const { rows } = await view('predictions');
    const claims = byField(
      rows.flatMap(({ claims }) => claims as readonly Body[]),
      'id',
    ); // as the view lists them
    for (const id of ['P02', 'P11', 'P14'])
      expect(pick(claims.get(id), 'outcome', 'note')).toEqual(['open', expect.any(String)]);
    expect(claims.get('P11')?.['seeAlso']).toEqual(['commitment-no-testing/H20']);
  });

  it('G17: are resolved once', async () => {
    const resolution = {
      predictionId: 'P08',
      outcome: 'fulfilled',
      resolvedBy: 'cnbc',
      basis: [hanoi.record('H40')],
    };
    const ask = () =>
      service.post<Problem>(tell('ResolvePrediction', resolution, { occurredAt: '2019-03-01' }));
    const { records } = await refusal(service, ask, [409, 'prediction_already_resolved']);
    expect(records).toEqual(['prediction-P08/H76']);
  });
});

describe('agreements, promises, sanctions and positions', () => {
  it('G7: outline four terms of which the last is an exchange, never adopted', async () => {
    const [row] = (await view('agreements')).rows;
    expect(pick(row, 'agreementId', 'status', 'reportedBy', 'adopted')).toEqual([
      'hanoi-outline-vox',
      'tentative',
      'vox',
      false,
    ]);
    const terms = row?.['terms'] as readonly Body[]; // as the view lists them
    expect(terms.map((term) => pick(term, 'n', 'exchange'))).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
  });

  it('G8: hold one promise, known from the promisee alone', async () => {
    const { rows } = await view('commitments');
    const fields = ['promisor', 'promisee', 'form', 'issue', 'attribution', 'confirmedByPromisor', 'status'];
    expect(rows.map((row) => pick(row, ...fields))).toEqual([
      ['dprk.kim', 'us.trump', 'verbal', 'testing', 'reported_by_promisee', false, 'unassessed'],
    ]);
  });

  it('G9: leave all sanctions in force, and say what would lift them', async () => {
    const [row] = (await asked('/v1/sanctions?target=dprk')).rows;
    const regimes = row?.['regimes'] as readonly Body[]; // as the view lists them
    expect(
      regimes.map((regime) => pick(regime, 'regimeId', 'status', 'accordingTo', 'releaseCondition')),
    ).toEqual([
      ['un-dprk', 'in_force', 'cnbc', null],
      ['us-dprk', 'continues', 'us.trump', 'position-hanoi-2019:us/H56'],
    ]);
  });

  const cellsOf = async (party: string, issue: string) => {
    const { rows } = await view('positions');
    const row = rows.find((one) => one['party'] === party && one['issue'] === issue);
    const cells = row?.['cells'] as readonly Body[]; // as the view lists them
    return { row, cells };
  };

  it('G10: know what North Korea wanted of sanctions from others alone', async () => {
    const { row, cells } = await cellsOf('dprk', 'sanctions');
    expect(cells.map((cell) => pick(cell, 'phase', 'kind', 'accordingTo', 'record'))).toEqual([
      ['before', 'goal', 'cnbc', 'position-hanoi-2019:dprk/H06'],
      ['at_table', 'demand', 'us.trump', 'position-hanoi-2019:dprk/H43'],
    ]);
    expect(pick(row, 'ownAccounts', 'contested')).toEqual([0, false]);
  });

  it('G11: know what the United States wanted before, and that it was not disclosed after', async () => {
    const { cells } = await cellsOf('us', 'denuclearization');
    expect(cells.map((cell) => pick(cell, 'phase', 'kind', 'record'))).toEqual([
      ['before', 'goal', 'position-hanoi-2019:us/H04'],
      ['after', 'undisclosed', 'position-hanoi-2019:us/H60'],
    ]);
  });
});

describe('statements', () => {
  const idsOf = (rows: readonly Body[]) => rows.map((row) => String(row['record']).split('/')[1]).sort();

  it('G12: of Trump are ten, and the White House’s is not his', async () => {
    const { rows } = await view('statements', '?speaker=us.trump');
    expect(idsOf(rows)).toEqual(['H13', 'H27', 'H42', 'H46', 'H47', 'H48', 'H49', 'H57', 'H59', 'H63']);
  });

  it('G13: with the words "right deal" are one', async () => {
    for (const query of ['?q=%22right%20deal%22', '?q=Right%20deal'])
      expect(idsOf((await view('statements', query)).rows)).toEqual(['H27']);
    expect(idsOf((await asked('/v1/statements?q=%22right%20deal%22')).rows)).toEqual(['H27']);
  });

  it('G20: of somebody of CSIS are one, in the role of that time', async () => {
    const { rows } = await view('statements', '?affiliation=csis');
    expect(rows.map((row) => pick(row, 'record', 'role'))).toEqual([
      ['statement-collins/H64', 'fellow, Korea Chair'],
    ]);
  });

  it('G19: without a source are refused', () =>
    refusal(service, () => service.post<Problem>(hanoi.said('sourceless', {}, { sources: [] })), [
      422,
      'source_required',
    ]));
});

describe('the end of Wednesday', () => {
  it('G22: in the world: the dinner was held, the promise made, the signing lies ahead', async () => {
    const { rows } = await view('schedule-vs-actual', `?at=${END_OF_WEDNESDAY}`);
    expect(byField(rows, 'meetingId').get('dinner-wed')?.['outcome']).toBe('held');
    expect(byField(rows, 'itemId').get('signing')?.['outcome']).toBe('upcoming');
    expect(rows.some((row) => row['outcome'] === 'canceled')).toBe(false);
    const commitments = await view('commitments', `?at=${END_OF_WEDNESDAY}`);
    expect(commitments.rows.map((row) => pick(row, 'commitmentId', 'undecided'))).toEqual([
      ['no-testing', undefined],
    ]);
  });

  it('G23: in public: the same, but whether the promise was known is undecided', async () => {
    const { rows } = await view('schedule-vs-actual', `?publicAt=${END_OF_WEDNESDAY}`);
    expect(byField(rows, 'meetingId').get('dinner-wed')?.['outcome']).toBe('held');
    expect(byField(rows, 'itemId').get('signing')?.['outcome']).toBe('upcoming');
    const commitments = await view('commitments', `?publicAt=${END_OF_WEDNESDAY}`);
    expect(commitments.rows.map((row) => pick(row, 'commitmentId', 'undecided'))).toEqual([
      ['no-testing', true],
    ]);
  });
});

describe('the signing that was canceled', () => {
  it('G18: cannot be held without naming the record that says so', async () => {
    const signed = hanoi.signed('signing', {
      agreements: [{ agreementId: 'joint', title: 'Joint Agreement' }],
      signatories: [{ actorId: 'us.trump', forParty: 'us' }],
    });
    const { records } = await refusal(service, () => service.post<Problem>(signed), [
      409,
      'contradicts_record',
    ]);
    expect(records).toEqual([hanoi.record('H38')]);
  });

  it('G16: has no report once that record is retracted, and had one the moment before', async () => {
    const before = await service.head();
    await service.given(hanoi.retracted(hanoi.record('H38'), { recordId: 'R1' }));
    expect(await outcomeOf('signing')).toBe('no_report');
    expect(await outcomeOf('signing', `?asOf=${before}`)).toBe('canceled');
    const { events } = await asked<{ events: readonly Body[] }>('/v1/streams/summit-hanoi-2019/events');
    const records = events.map(({ record }) => record);
    expect(records).toEqual(expect.arrayContaining([hanoi.record('H38'), hanoi.record('R1')]));
    await service.given(hanoi.retracted(hanoi.record('R1'), { recordId: 'R2' }));
    expect(await outcomeOf('signing')).toBe('canceled');
  });
});
