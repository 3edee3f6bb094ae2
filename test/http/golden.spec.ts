import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Body } from '../service.js';
import { byField, GoldenService, hanoi, pick } from './golden-service.js';
import { tell } from './postings.js';
import { refusal, type Problem } from './problems.js';

let golden: GoldenService;

beforeAll(async () => {
  golden = await GoldenService.start();
});

afterAll(() => golden.service.remove());

describe('the outcome', () => {
  it('G4: has no agreement, was cut short, and gives the reasons as whose account they are', async () => {
    const outcome = await golden.view<Body & { signing: Body; reasons: readonly Body[] }>('outcome');
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
    const { followUp } = await golden.view<{ followUp: readonly Body[] }>('outcome');
    expect(followUp.map((row) => pick(row, 'level', 'status', 'when'))).toEqual([
      ['leaders', 'not_planned', null],
      ['teams', 'expected', null],
    ]);
  });

  it('G14: stands second in the series', async () => {
    const { summits } = await golden.asked<{ summits: readonly Body[] }>('/v1/series/us-dprk-leaders');
    expect(summits.map((row) => pick(row, 'id', 'ordinal', 'agreement'))).toEqual([
      ['singapore-2018', 1, null],
      ['hanoi-2019', 2, 'none'],
    ]);
  });
});

describe('predictions', () => {
  it('G5: are counted by who made them', async () => {
    const { rows } = await golden.view('predictions');
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
    const { rows } = await golden.view('predictions');
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
      golden.service.post<Problem>(tell('ResolvePrediction', resolution, { occurredAt: '2019-03-01' }));
    const { records } = await refusal(golden.service, ask, [409, 'prediction_already_resolved']);
    expect(records).toEqual(['prediction-P08/H76']);
  });
});

describe('agreements, promises, sanctions and positions', () => {
  it('G7: outline four terms of which the last is an exchange, never adopted', async () => {
    const [row] = (await golden.view('agreements')).rows;
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
    const { rows } = await golden.view('commitments');
    const fields = ['promisor', 'promisee', 'form', 'issue', 'attribution', 'confirmedByPromisor', 'status'];
    expect(rows.map((row) => pick(row, ...fields))).toEqual([
      ['dprk.kim', 'us.trump', 'verbal', 'testing', 'reported_by_promisee', false, 'unassessed'],
    ]);
  });

  it('G9: leave all sanctions in force, and say what would lift them', async () => {
    const [row] = (await golden.asked('/v1/sanctions?target=dprk')).rows;
    const regimes = row?.['regimes'] as readonly Body[]; // as the view lists them
    expect(
      regimes.map((regime) => pick(regime, 'regimeId', 'status', 'accordingTo', 'releaseCondition')),
    ).toEqual([
      ['un-dprk', 'in_force', 'cnbc', null],
      ['us-dprk', 'continues', 'us.trump', 'position-hanoi-2019:us/H56'],
    ]);
  });

  const cellsOf = async (party: string, issue: string) => {
    const { rows } = await golden.view('positions');
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
    const { rows } = await golden.view('statements', '?speaker=us.trump');
    expect(idsOf(rows)).toEqual(['H13', 'H27', 'H42', 'H46', 'H47', 'H48', 'H49', 'H57', 'H59', 'H63']);
  });

  it('G13: with the words "right deal" are one', async () => {
    for (const query of ['?q=%22right%20deal%22', '?q=Right%20deal'])
      expect(idsOf((await golden.view('statements', query)).rows)).toEqual(['H27']);
    expect(idsOf((await golden.asked('/v1/statements?q=%22right%20deal%22')).rows)).toEqual(['H27']);
  });

  it('G20: of somebody of CSIS are one, in the role of that time', async () => {
    const { rows } = await golden.view('statements', '?affiliation=csis');
    expect(rows.map((row) => pick(row, 'record', 'role'))).toEqual([
      ['statement-collins/H64', 'fellow, Korea Chair'],
    ]);
  });

  it('G19: without a source are refused', () =>
    refusal(
      golden.service,
      () => golden.service.post<Problem>(hanoi.said('sourceless', {}, { sources: [] })),
      [422, 'source_required'],
    ));
});
