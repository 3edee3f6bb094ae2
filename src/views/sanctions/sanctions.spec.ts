import { describe, expect, it } from '@jest/globals';
import { day, fact, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { sanctions } from './sanctions.js';

const shown = (...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more).shows(sanctions, { target: 'dprk' }).rows[0];
const reported = (status: string, recordId: string, date: string) =>
  fact(
    'sanctions-un-dprk',
    'SanctionsReported',
    { regimeId: 'un-dprk', imposer: 'un', target: 'dprk', status, summitIds: ['hanoi-2019'] },
    { recordId, occurredAt: day(date) },
  );

describe('sanctions', () => {
  it('stand as they were reported last, with the condition for relief (G9)', () =>
    expect(shown()).toMatchObject({
      target: 'dprk',
      regimes: [
        {
          regimeId: 'un-dprk',
          status: 'in_force',
          accordingTo: 'cnbc',
          measures: 2,
          releaseCondition: null,
        },
        {
          regimeId: 'us-dprk',
          status: 'continues',
          accordingTo: 'us.trump',
          scope: 'all of the sanctions on Pyongyang',
          releaseCondition: 'position-hanoi-2019:us/H56',
          reports: [{ record: 'sanctions-us-dprk/H54' }, { record: 'sanctions-us-dprk/H55' }],
        },
      ],
    }));

  it('go by the time of the reports, not by when they were recorded', () => {
    const late = [reported('lifted', 'X2', '2020-01-02'), reported('eased', 'X1', '2020-01-01')];
    expect(shown(...late)?.regimes[0]).toMatchObject({ status: 'lifted', record: 'sanctions-un-dprk/X2' });
  });

  it('are contested while two reports are in dispute', () => {
    const dispute = note('sanctions-un-dprk', 'RecordDisputed', {
      target: 'sanctions-un-dprk/X1',
      by: 'cnbc',
      counterRecord: 'sanctions-un-dprk/X2',
    });
    const reports = [reported('lifted', 'X1', '2020-01-01'), reported('continues', 'X2', '2020-02-01')];
    expect(shown(...reports)?.regimes[0]).toMatchObject({ contested: false });
    expect(shown(...reports, dispute)?.regimes[0]).toMatchObject({ contested: true });
  });

  it('are empty of whom nobody sanctions', () =>
    expect(ledgerWith(...hanoi).shows(sanctions, { target: 'us' }).rows).toEqual([]));
});
