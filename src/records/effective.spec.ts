import { describe, expect, it } from '@jest/globals';
import { dossiersOf, fact, note, type TestEvent } from '../../test/given.js';
import { effectiveFacts } from './effective.js';

const A = 'statement-a/a';
const B = 'statement-b/b';
const C = 'statement-c/c';
const said = (id: string, sourceId: string): TestEvent =>
  fact(`statement-${id}`, 'StatementIssued', { statementId: id }, { recordId: id, sources: [{ sourceId }] });
const merge = (survivor: string, ...duplicates: string[]): TestEvent =>
  note('statement-a', 'RecordsMerged', { survivor, duplicates, reason: 'one utterance' }, { recordId: 'M' });
const three = [said('a', 'S01'), said('b', 'S02'), said('c', 'S02')];

function effective(...events: TestEvent[]): [string, string[]][] {
  return effectiveFacts(dossiersOf(events)).map(({ record, sources }) => [
    record,
    sources.map(({ sourceId }) => sourceId),
  ]);
}

describe('the facts that stand', () => {
  it('leave out what was merged away and unite its sources with those of the survivor', () =>
    expect(effective(...three, merge(A, B, C))).toEqual([[A, ['S01', 'S02']]]));

  it('unite through a merge of merges', () =>
    expect(effective(...three, merge(B, C), merge(A, B))).toEqual([[A, ['S01', 'S02']]]));

  it('bring the duplicates back when the merge is retracted', () => {
    const undone = note('statement-a', 'RecordRetracted', {
      target: 'statement-a/M',
      reason: 'two utterances',
      by: 'ledger',
    });
    expect(effective(...three, merge(A, B, C), undone)).toEqual([
      [A, ['S01']],
      [B, ['S02']],
      [C, ['S02']],
    ]);
  });

  it('keep corroborations of a duplicate', () => {
    const corroborated = note(
      'statement-b',
      'RecordCorroborated',
      { target: B, rendering: 'in other words' },
      { sources: [{ sourceId: 'S03' }] },
    );
    const [survivor] = effectiveFacts(dossiersOf([...three, corroborated, merge(A, B)]));
    expect(survivor?.corroborations).toMatchObject([{ rendering: 'in other words' }]);
  });

  it('name the bases that were retracted, also one that is about another record', () => {
    const about = (target: string, type: TestEvent['type'], recordId: string) =>
      note(
        'statement-a',
        type,
        { target, reason: 'r', by: 'ledger', patch: {}, cause: 'error' },
        { recordId },
      );
    const corrected = about(A, 'RecordCorrected', 'C');
    const resolved = fact('prediction-p', 'PredictionResolved', {
      basis: [A, 'statement-a/C', 'statement-a/none'],
    });
    const basesLost = (...events: TestEvent[]) =>
      effectiveFacts(dossiersOf([said('a', 'S01'), corrected, resolved, ...events]))
        .filter(({ type }) => type === 'PredictionResolved')
        .map(({ retractedBases }) => retractedBases);
    expect(basesLost()).toEqual([undefined]);
    expect(basesLost(about('statement-a/C', 'RecordRetracted', 'R'))).toEqual([['statement-a/C']]);
    expect(basesLost(about(A, 'RecordRetracted', 'R'))).toEqual([[A]]);
  });

  it('leave out records about records that are not among them', () =>
    expect(
      effective(note('statement-x', 'RecordRetracted', { target: 'statement-x/0', reason: 'r' })),
    ).toEqual([]));
});
