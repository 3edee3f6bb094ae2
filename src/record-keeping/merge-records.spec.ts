import { describe, it } from '@jest/globals';
import { fact, given, note, type TestEvent } from '../../test/given.js';
import { MergeRecordsHandler } from './merge-records.js';

const said = (statementId: string, recordId: string) =>
  fact(
    `statement-${statementId}`,
    'StatementIssued',
    { statementId, summitIds: [], speaker: 'us.trump', genre: 'statement', form: 'quote' },
    { recordId },
  );
const [a, b, c] = ['statement-a/A', 'statement-b/B', 'statement-c/C'];
const statements = [said('a', 'A'), said('b', 'B'), said('c', 'C')];
const merge = (survivor: string, ...duplicates: string[]) => ({ survivor, duplicates, reason: 'the same' });
const merged = (stream: string, survivor: string, ...duplicates: string[]) =>
  note(stream, 'RecordsMerged', merge(survivor, ...duplicates), { recordId: 'M1' });
const retracted = (stream: string, target: string) =>
  note(stream, 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' });

const asked = (...events: TestEvent[]) => ({
  with: (survivor: string, ...duplicates: string[]) =>
    given(...events).when(MergeRecordsHandler, { data: merge(survivor, ...duplicates) }),
});

describe('MergeRecords', () => {
  it('merges records of several streams', () =>
    asked(...statements)
      .with(a, b, c)
      .then(merge(a, b, c)));

  it('lets a survivor take up more, and be taken up itself', () => {
    const before = [...statements, merged('statement-a', a, b)];
    asked(...before)
      .with(a, c)
      .then({});
    asked(...before)
      .with(c, a)
      .then({});
  });

  it('refuses records that are not there', () => {
    asked(...statements)
      .with('statement-a/Z', b)
      .refused('unknown_record', 'statement-a/Z');
    asked(...statements)
      .with(a, b, 'statement-z/Z')
      .refused('unknown_record', 'statement-z/Z');
  });

  it('refuses records of different types', () =>
    asked(
      ...statements,
      fact('prediction-P1', 'PredictionMade', { predictionId: 'P1', summitIds: [], by: 'okun', claim: 'x' }),
    )
      .with(a, 'prediction-P1/0')
      .refused('type_mismatch', 'prediction-P1/0'));

  it('refuses what is said of records, which is no fact', () => {
    const corrected = (recordId: string) =>
      note(
        'statement-a',
        'RecordCorrected',
        { target: a, patch: { certainty: 'implied' }, reason: 'x', cause: 'error' },
        { recordId },
      );
    asked(...statements, corrected('C1'), corrected('C2'))
      .with('statement-a/C1', 'statement-a/C2')
      .refused('type_mismatch');
  });

  it('refuses a survivor among its duplicates', () =>
    asked(...statements)
      .with(a, b, a)
      .refused('merge_cycle', a));

  it('refuses what was merged already, wherever that was written', () => {
    const before = [...statements, merged('statement-a', a, b)];
    asked(...before)
      .with(b, a)
      .refused('merge_cycle', b);
    asked(...before)
      .with(c, b)
      .refused('merge_cycle', b);
  });

  it('takes what was merged once that merge is undone', () =>
    asked(...statements, merged('statement-a', a, b), retracted('statement-a', 'statement-a/M1'))
      .with(b, a)
      .then({}));

  it('refuses a record that was retracted', () =>
    asked(...statements, retracted('statement-b', b))
      .with(a, b)
      .refused('record_retracted', b));

  it('keeps unnamed people apart', () => {
    const unnamed = (actorId: string) =>
      note(`actor-${actorId}`, 'ActorRegistered', { actorId, kind: 'anonymous', names: [] });
    asked(unnamed('x'), unnamed('y')).with('actor-x/0', 'actor-y/0').refused('anonymous_not_shared');
  });
});
