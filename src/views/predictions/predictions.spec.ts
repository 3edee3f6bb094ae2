import { describe, expect, it } from '@jest/globals';
import { day, fact, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { predictions } from './predictions.js';

const asked = (...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more).shows(predictions, { summitId: 'hanoi-2019' });
const claim = (id: string, ...more: TestEvent[]) =>
  asked(...more)
    .rows.flatMap((row) => row.claims)
    .find((one) => one.id === id);
const retracted = (target: string) =>
  note(target.slice(0, target.indexOf('/')), 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' });

describe('predictions', () => {
  it('are counted by predictor (G5)', () => {
    const { totals, rows } = asked();
    expect(totals).toEqual({
      made: 19,
      fulfilled: 0,
      partly: 0,
      defied: 9,
      unresolvable: 0,
      open: 10,
      brier: null,
    });
    expect(rows.map(({ by, made, defied }) => [by, defied, made])).toEqual([
      ['analysts', 3, 6],
      ['okun', 5, 6],
      ['eurasia-group', 0, 2],
      ['fenning', 1, 2],
      ['us.trump', 0, 2],
      ['anon-analyst-video', 0, 1],
    ]);
  });

  it('are counted by the kind of predictor', () =>
    expect(asked().byKind.map(({ kind, made }) => [kind, made])).toEqual(
      expect.arrayContaining([
        ['collective', 6],
        ['person', 10],
        ['organization', 2],
        ['anonymous', 1],
      ]),
    ));

  it('stay open, each with its note, hedge and condition (G6)', () => {
    expect(claim('P02')).toMatchObject({ outcome: 'open', note: expect.stringMatching('literally true') });
    expect(claim('P11')).toMatchObject({
      outcome: 'open',
      hedge: 'maybe',
      seeAlso: ['commitment-no-testing/H20'],
    });
    expect(claim('P14')).toMatchObject({ outcome: 'open', condition: 'an incremental deal is made' });
  });

  it('say who resolved them', () =>
    expect(claim('P08')).toMatchObject({ outcome: 'defied', resolvedBy: 'cnbc' }));

  it('keep a resolution whose basis was retracted, and flag it', () =>
    expect(claim('P08', retracted('summit-hanoi-2019/H40'))).toMatchObject({
      outcome: 'defied',
      flags: expect.arrayContaining(['basis_retracted']),
    }));

  it('are open again when their resolution was retracted', () =>
    expect(claim('P08', retracted('prediction-P08/H76'))).toMatchObject({
      outcome: 'open',
      resolvedBy: null,
    }));

  it('are flagged when they may have been made after the outcome', () => {
    expect(claim('P01')?.flags).toEqual([]);
    const made = (date: string) =>
      fact(
        'prediction-P99',
        'PredictionMade',
        {
          predictionId: 'P99',
          summitIds: ['hanoi-2019'],
          by: 'okun',
          claim: 'no deal',
          about: ['summit-hanoi-2019/H40'],
        },
        { occurredAt: day(date, '+07:00') },
      );
    expect(claim('P99', made('2019-02-27'))?.flags).toEqual([]);
    expect(claim('P99', made('2019-02-28'))?.flags).toEqual(['hindsight_undecided']);
    expect(claim('P99', made('2019-03-01'))?.flags).toEqual(['hindsight']);
  });

  it('are followed across summits', () => {
    const elsewhere = fact('prediction-Q1', 'PredictionMade', {
      predictionId: 'Q1',
      summitIds: ['panmunjom-2019'],
      by: 'okun',
      claim: 'they meet again',
    });
    const { rows } = ledgerWith(...hanoi, elsewhere).shows(predictions, { by: 'okun' });
    expect(rows).toMatchObject([{ by: 'okun', made: 7 }]);
    expect(asked(elsewhere).rows).toContainEqual(expect.objectContaining({ by: 'okun', made: 6 }));
  });
});

describe('the Brier score', () => {
  const foretold = (id: string, probability: number | undefined, outcome?: string): TestEvent[] => [
    fact(`prediction-${id}`, 'PredictionMade', {
      predictionId: id,
      summitIds: ['s'],
      by: 'seer',
      claim: id,
      probability,
    }),
    ...(outcome === undefined
      ? []
      : [
          fact(`prediction-${id}`, 'PredictionResolved', {
            predictionId: id,
            outcome,
            resolvedBy: 'cnbc',
            basis: ['summit-s/1'],
          }),
        ]),
  ];

  it('is the mean squared error over what was fulfilled or defied and had a probability', () => {
    const events = [
      ...foretold('a', 0.75, 'fulfilled'),
      ...foretold('b', 0.5, 'defied'),
      ...foretold('c', 0.9, 'partly'),
      ...foretold('d', undefined, 'defied'),
      ...foretold('e', 0.1),
    ];
    const { totals } = ledgerWith(...events).shows(predictions, {});
    expect(totals).toMatchObject({ made: 5, fulfilled: 1, partly: 1, defied: 2, open: 1, brier: 0.15625 });
  });
});
