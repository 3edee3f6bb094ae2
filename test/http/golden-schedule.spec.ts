import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Body } from '../service.js';
import { byField, GoldenService, hanoi, pick } from './golden-service.js';
import { refusal, type Problem } from './problems.js';

let golden: GoldenService;

beforeAll(async () => {
  golden = await GoldenService.start();
});

afterAll(() => golden.service.remove());

const END_OF_WEDNESDAY = '2019-02-28T00:00:00%2B07:00';

const outcomeOf = async (itemId: string, query = '') =>
  byField((await golden.view('schedule-vs-actual', query)).rows, 'itemId').get(itemId)?.['outcome'];

describe('the schedule against what occurred', () => {
  it('G1: tells of Thursday what was held, what was not, and who called it off', async () => {
    const { rows } = await golden.view('schedule-vs-actual');
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
    const { rows } = await golden.view('schedule-vs-actual');
    const unplanned = rows.filter((row) => row['itemId'] === null);
    expect(unplanned.map((row) => pick(row, 'meetingId', 'outcome', 'plan'))).toEqual([
      ['one-on-one-wed', 'held', 'no_plan_on_record'],
      ['press-wed', 'held', 'no_plan_on_record'],
      ['dinner-wed', 'held', 'no_plan_on_record'],
      ['press-conference', 'held', 'no_plan_on_record'],
    ]);
  });

  it('G3: invents no clock: every delta is null', async () => {
    const { rows } = await golden.view('schedule-vs-actual');
    const deltas = ['startDeltaMin', 'endDeltaMin', 'firstStartDeltaMin', 'replanMin', 'noticeMin'];
    const clocks = ['plannedFirst', 'plannedLast'];
    for (const row of rows) expect(pick(row, ...deltas, ...clocks)).toEqual(Array(7).fill(null));
  });
});

describe('the end of Wednesday', () => {
  it('G22: in the world: the dinner was held, the promise made, the signing lies ahead', async () => {
    const { rows } = await golden.view('schedule-vs-actual', `?at=${END_OF_WEDNESDAY}`);
    expect(byField(rows, 'meetingId').get('dinner-wed')?.['outcome']).toBe('held');
    expect(byField(rows, 'itemId').get('signing')?.['outcome']).toBe('upcoming');
    expect(rows.some((row) => row['outcome'] === 'canceled')).toBe(false);
    const commitments = await golden.view('commitments', `?at=${END_OF_WEDNESDAY}`);
    expect(commitments.rows.map((row) => pick(row, 'commitmentId', 'undecided'))).toEqual([
      ['no-testing', undefined],
    ]);
  });

  it('G23: in public: the same, but whether the promise was known is undecided', async () => {
    const { rows } = await golden.view('schedule-vs-actual', `?publicAt=${END_OF_WEDNESDAY}`);
    expect(byField(rows, 'meetingId').get('dinner-wed')?.['outcome']).toBe('held');
    expect(byField(rows, 'itemId').get('signing')?.['outcome']).toBe('upcoming');
    const commitments = await golden.view('commitments', `?publicAt=${END_OF_WEDNESDAY}`);
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
    const { records } = await refusal(golden.service, () => golden.service.post<Problem>(signed), [
      409,
      'contradicts_record',
    ]);
    expect(records).toEqual([hanoi.record('H38')]);
  });

  it('G16: has no report once that record is retracted, and had one the moment before', async () => {
    const before = await golden.service.head();
    await golden.service.given(hanoi.retracted(hanoi.record('H38'), { recordId: 'R1' }));
    expect(await outcomeOf('signing')).toBe('no_report');
    expect(await outcomeOf('signing', `?asOf=${before}`)).toBe('canceled');
    const { events } = await golden.asked<{ events: readonly Body[] }>(
      '/v1/streams/summit-hanoi-2019/events',
    );
    const records = events.map(({ record }) => record);
    expect(records).toEqual(expect.arrayContaining([hanoi.record('H38'), hanoi.record('R1')]));
    await golden.service.given(hanoi.retracted(hanoi.record('R1'), { recordId: 'R2' }));
    expect(await outcomeOf('signing')).toBe('canceled');
  });
});
