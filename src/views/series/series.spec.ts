import { describe, expect, it } from '@jest/globals';
import { fact, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { series } from './series.js';
import { summits } from './summits.js';

const panmunjom = (over: object = {}): TestEvent => {
  const data = {
    summitId: 'panmunjom-2019',
    title: 'Panmunjom',
    parties: ['us', 'dprk'],
    place: 'Panmunjom',
  };
  return fact('summit-panmunjom-2019', 'SummitRegistered', { ...data, timeZone: '+09:00', ...over });
};
const ofLeaders = (...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more).shows(series, { seriesId: 'us-dprk-leaders' }).summits;

describe('a series of summits', () => {
  it('has them by ordinal, where nothing on record is not "none" (G14)', () =>
    expect(ofLeaders()).toMatchObject([
      { id: 'singapore-2018', ordinal: 1, agreement: null, manner: null },
      { id: 'hanoi-2019', ordinal: 2, agreement: 'none', manner: 'cut_short', previous: 'singapore-2018' },
    ]));

  it('puts one without an ordinal last', () =>
    expect(ofLeaders(panmunjom({ seriesId: 'us-dprk-leaders' })).map(({ id }) => id)).toEqual([
      'singapore-2018',
      'hanoi-2019',
      'panmunjom-2019',
    ]));

  it('compares what was held, canceled, promised and foretold', () =>
    expect(ofLeaders()).toMatchObject([
      { items: { planned: 0, held: 0, shareHeld: null }, predictions: { made: 0, hitRate: null } },
      {
        items: { planned: 5, held: 2, shareHeld: 0.4 },
        canceledSignings: 1,
        commitments: { unassessed: 1 },
        predictions: { made: 19, defied: 9, open: 10, hitRate: 0 },
      },
    ]));
});

describe('the summits', () => {
  it('are listed by their planned days, of whatever series', () =>
    expect(ledgerWith(panmunjom(), ...hanoi).shows(summits, {}).rows).toMatchObject([
      { summitId: 'singapore-2018', days: '2018' },
      { summitId: 'hanoi-2019', days: '2019-02-27/2019-02-28', parties: ['us', 'dprk'], agreement: 'none' },
      { summitId: 'panmunjom-2019', seriesId: null, agreement: null },
    ]));
});
