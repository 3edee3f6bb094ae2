import { describe, it } from '@jest/globals';
import { fact, given, note, type TestEvent } from '../../test/given.js';
import { RetractRecordHandler } from './retract-record.js';

const stream = 'prediction-P01';
const made = fact(
  stream,
  'PredictionMade',
  { predictionId: 'P01', summitIds: [], by: 'okun', claim: 'a declaration' },
  { recordId: 'H09' },
);
const retraction = (target: string) => ({ target, reason: 'never said', by: 'publisher' });
const retracted = (target: string, recordId: string) =>
  note(stream, 'RecordRetracted', retraction(target), { recordId });
const asked = (target: string, ...events: TestEvent[]) =>
  given(...events).when(RetractRecordHandler, { data: retraction(target) });

describe('RetractRecord', () => {
  it('retracts a record', () => asked(`${stream}/H09`, made).then(retraction(`${stream}/H09`)));

  it('refuses a record that is not there', () => {
    asked(`${stream}/H10`, made).refused('unknown_record', `${stream}/H10`);
    asked('prediction-P02/H09').refused('unknown_record');
  });

  it('refuses a record that was retracted already', () =>
    asked(`${stream}/H09`, made, retracted(`${stream}/H09`, 'R1')).refused(
      'record_retracted',
      `${stream}/H09`,
    ));

  it('retracts a retraction, after which the record may be retracted again', () => {
    const history = [made, retracted(`${stream}/H09`, 'R1')];
    asked(`${stream}/R1`, ...history).then({});
    asked(`${stream}/H09`, ...history, retracted(`${stream}/R1`, 'R2')).then({});
  });

  it('retracts a retraction only once', () =>
    asked(`${stream}/R1`, made, retracted(`${stream}/H09`, 'R1'), retracted(`${stream}/R1`, 'R2')).refused(
      'record_retracted',
    ));
});
