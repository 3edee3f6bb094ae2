import { describe, expect, it } from '@jest/globals';
import { RecordPredictionHandler } from '../../src/prediction/record-prediction.js';
import { positions } from '../../src/views/positions/positions.js';
import { predictions } from '../../src/views/predictions/predictions.js';
import { recordHistory } from '../../src/views/record-history/record-history.js';
import { statements } from '../../src/views/statements/statements.js';
import { day, dossiersOf, fact, given, note, type TestEvent } from '../given.js';
import { hanoi } from '../hanoi.js';
import { as, canceled, held, programme, registered, x } from '../summit-x.js';
import { momentOf, ledgerWith } from '../ledger-with.js';

const hanoiRow = (recordId: string) =>
  ledgerWith(...hanoi)
    .shows(statements, { summit: 'hanoi-2019' })
    .rows.find(({ record }) => record.endsWith(`/${recordId}`));

const remark = fact(
  'statement-q',
  'StatementIssued',
  {
    statementId: 'q',
    summitIds: ['x'],
    speaker: 'us.trump',
    genre: 'statement',
    form: 'quote',
    quotes: ['No rush.'],
  },
  { recordId: 'said' },
);
const rendering = (text: string, sourceId: string) =>
  note(
    'statement-q',
    'RecordCorroborated',
    { target: 'statement-q/said', rendering: text },
    { sources: [{ sourceId, locator: 'p. 1' }] },
  );

describe('corner cases of accounts', () => {
  it('corner case 17: leaves two descriptions of one speaker as they are, both in the matrix', () => {
    const { rows } = ledgerWith(...hanoi).shows(positions, { summitId: 'hanoi-2019' });
    const offered = rows.find(({ party, issue }) => party === 'dprk' && issue === 'denuclearization');
    expect(offered?.contested).toBe(false);
    expect(offered?.records).toEqual(
      expect.arrayContaining(['position-hanoi-2019:dprk/H44', 'position-hanoi-2019:dprk/H58']),
    );
  });

  it('corner case 18: is one utterance in three wordings', () => {
    const events = [remark, rendering('There is no rush.', 'S02'), rendering('No hurry.', 'S03')];
    expect(ledgerWith(...events).shows(statements, {}).rows).toMatchObject([
      { quotes: ['No rush.'], renderings: ['There is no rush.', 'No hurry.'] },
    ]);
    expect(ledgerWith(...events).shows(statements, { q: 'hurry' }).rows).toHaveLength(1);
  });

  it('corner case 22: is public when the embargo was broken, by a correction that says so', () => {
    const events = [
      held('lunch', { recordId: 'pool', embargoUntil: '2019-03-10T00:00:00Z' }),
      note('summit-x', 'RecordCorrected', {
        target: 'summit-x/pool',
        patch: { embargoUntil: '2019-03-05T00:00:00Z' },
        reason: 'printed five days early',
        cause: 'error',
      }),
    ];
    const known = (asOf: number) => ledgerWith(...events).facts({ publicAt: '2019-03-06T00:00:00Z', asOf });
    expect(known(1)).toEqual([]);
    expect(known(2)).toMatchObject([{ record: 'summit-x/pool' }]);
  });

  it('corner case 26: takes a prediction that is entered after the outcome, if it was made before', () => {
    const data = { predictionId: 'P', summitIds: ['x'], by: 'okun', claim: 'a lunch', about: x('off') };
    const off = [...programme, canceled('lunch', as('off', '2019-02-28'))];
    const made = (date: string) => ({ occurredAt: day(date), data });
    given(...off)
      .when(RecordPredictionHandler, made('2019-02-27'))
      .then({ by: 'okun' });
    given(...off)
      .when(RecordPredictionHandler, made('2019-03-01'))
      .refused('hindsight');
    const perhaps = fact('prediction-P', 'PredictionMade', data, { occurredAt: day('2019-02-28') });
    const [row] = ledgerWith(...off, perhaps).shows(predictions, { summitId: 'x' }).rows;
    expect(row?.claims[0]?.flags).toContain('hindsight_undecided');
  });

  it('corner case 36: keeps a quote as printed, and lists what was put into it', () => {
    expect(hanoiRow('H57')?.quotes[0]).toMatch(/^\(Kim\) wants/);
    expect(hanoiRow('H57')?.editorialInsertions).toEqual(['(Kim)']);
  });

  it('corner case 37: keeps the parts of a quote that its attribution split, in order and apart', () => {
    expect(hanoiRow('H39')?.quotes.length).toBeGreaterThan(1);
    expect(hanoiRow('H42')?.quotes.length).toBeGreaterThan(1);
  });

  it('corner case 38: records that somebody would not answer, and what was asked', () =>
    expect(hanoiRow('H59')).toMatchObject({ form: 'declined_to_answer', question: expect.any(String) }));

  it('corner case 39: reads a duplicate as the record that stands for it, until the merge is undone', () => {
    const other = { ...remark, stream: 'statement-r', body: { ...remark.body, recordId: 'again' } };
    const merged = note(
      'statement-q',
      'RecordsMerged',
      { survivor: 'statement-q/said', duplicates: ['statement-r/again'], reason: 'two importers' },
      { recordId: 'merge' },
    );
    const undone = note('statement-q', 'RecordRetracted', {
      target: 'statement-q/merge',
      reason: 'two remarks',
      by: 'ledger',
    });
    const shown = (...events: TestEvent[]) =>
      ledgerWith(...events)
        .shows(statements, {})
        .rows.map(({ record }) => record);
    expect(shown(remark, other, merged)).toEqual(['statement-q/said']);
    expect(shown(remark, other, merged, undone)).toEqual(['statement-q/said', 'statement-r/again']);
    const dossiers = dossiersOf([remark, other, merged]);
    const duplicate = dossiers.find(({ record }) => record.stream === 'statement-r');
    if (!duplicate) throw new Error('the duplicate was not filed');
    expect(recordHistory(duplicate, dossiers, momentOf({}, 3))).toMatchObject({
      standing: 'merged',
      mergedInto: 'statement-q/said',
    });
  });

  it('reading 2.6.22: keeps what is written to a duplicate, which counts when the merge is undone', () => {
    const other = { ...remark, stream: 'statement-r', body: { ...remark.body, recordId: 'again' } };
    const events = [
      remark,
      other,
      note(
        'statement-q',
        'RecordsMerged',
        { survivor: 'statement-q/said', duplicates: ['statement-r/again'], reason: 'two importers' },
        { recordId: 'merge' },
      ),
      note('statement-r', 'RecordCorrected', {
        target: 'statement-r/again',
        patch: { data: { quotes: ['No hurry.'] } },
        reason: 'misheard',
        cause: 'error',
      }),
      note('statement-q', 'RecordRetracted', {
        target: 'statement-q/merge',
        reason: 'two remarks',
        by: 'ledger',
      }),
    ];
    const said = (asOf: number) =>
      ledgerWith(...events)
        .shows(statements, {}, { asOf })
        .rows.map(({ quotes }) => quotes[0]);
    expect(said(4)).toEqual(['No rush.']);
    expect(said(5)).toEqual(['No rush.', 'No hurry.']);
  });

  it('reading 2.6.28: lets corroborations and disputes count whatever was public when', () => {
    const late = { disclosedAt: day('2030-01-01') };
    const events = [
      registered,
      remark,
      {
        ...rendering('There is no rush.', 'S02'),
        body: { ...rendering('There is no rush.', 'S02').body, ...late },
      },
      note('statement-q', 'RecordDisputed', { target: 'statement-q/said', by: 'dprk' }, late),
    ];
    const [known] = ledgerWith(...events)
      .facts({ publicAt: '2019-03-01T00:00:00Z' })
      .filter(({ type }) => type === 'StatementIssued');
    expect(known).toMatchObject({
      corroborations: [{ rendering: 'There is no rush.' }],
      disputes: [{ by: 'dprk' }],
    });
    expect(known?.undecided).toBe(false);
  });
});
