import { describe, expect, it } from '@jest/globals';
import { day, fact, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { positions } from './positions.js';

const at = (party: string, issue: string, ...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more).shows(positions, { summitId: 'hanoi-2019', party, issue }).rows[0];

const stream = 'position-hanoi-2019:dprk';
const ownAccount = fact(
  stream,
  'PositionTaken',
  { summitId: 'hanoi-2019', party: 'dprk', issue: 'sanctions', kind: 'demand', content: 'partial relief' },
  { recordId: 'N01', accordingTo: 'dprk.kim', occurredAt: day('2019-02-27', '+07:00') },
);

describe('positions', () => {
  it('tell what North Korea wanted in the sanctions, and that it told nothing itself (G10)', () =>
    expect(at('dprk', 'sanctions')).toMatchObject({
      cells: [
        { phase: 'before', content: 'sanctions eased', accordingTo: 'cnbc', record: `${stream}/H06` },
        { phase: 'at_table', content: 'all sanctions lifted', accordingTo: 'us.trump', ownAccount: false },
      ],
      contested: false,
      ownAccounts: 0,
    }));

  it('tell what the United States wanted, and what it would not say afterwards (G11)', () =>
    expect(at('us', 'denuclearization')?.cells).toMatchObject([
      { phase: 'before', content: 'North Korea gives up its nuclear weapons', ownAccount: false },
      { phase: 'after', kind: 'undisclosed', ownAccount: true },
    ]));

  it('stand side by side when accounts of one phase differ', () =>
    expect(at('dprk', 'sanctions', ownAccount)).toMatchObject({
      cells: [
        { phase: 'before' },
        { phase: 'at_table', record: `${stream}/N01`, ownAccount: true },
        { phase: 'at_table', record: `${stream}/H43`, ownAccount: false },
      ],
      contested: true,
      ownAccounts: 1,
    }));

  it('of one speaker who describes the same twice do not contest one another', () =>
    expect(at('dprk', 'denuclearization')).toMatchObject({ contested: false }));

  it('are contested while a dispute is open', () => {
    const dispute = note(
      stream,
      'RecordDisputed',
      { target: `${stream}/H43`, by: 'dprk' },
      { recordId: 'D' },
    );
    const over = note(stream, 'RecordRetracted', {
      target: `${stream}/D`,
      reason: 'settled',
      by: 'publisher',
    });
    expect(at('dprk', 'sanctions', dispute)).toMatchObject({ contested: true });
    expect(at('dprk', 'sanctions', dispute, over)).toMatchObject({ contested: false });
  });

  it('are of the phase that is told, whatever their time', () => {
    const patch = { data: { phase: 'after' } };
    const corrected = note(stream, 'RecordCorrected', {
      target: `${stream}/H06`,
      patch,
      reason: 'said later',
      cause: 'error',
    });
    expect(at('dprk', 'sanctions', corrected)?.cells.map(({ phase }) => phase)).toEqual([
      'at_table',
      'after',
    ]);
  });

  it('come party by party, each with its issues', () => {
    const { issues, rows } = ledgerWith(...hanoi).shows(positions, { summitId: 'hanoi-2019' });
    expect(issues).toEqual(['denuclearization', 'economy', 'pace', 'sanctions']);
    expect(rows.map(({ party, issue }) => `${party} ${issue}`)).toEqual([
      'us denuclearization',
      'us economy',
      'us pace',
      'us sanctions',
      'dprk denuclearization',
      'dprk sanctions',
    ]);
  });
});
