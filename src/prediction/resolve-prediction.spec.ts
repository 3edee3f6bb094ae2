import { describe, it } from '@jest/globals';
import { day, fact, given, note, type TestEvent } from '../../test/given.js';
import { ResolvePredictionHandler } from './resolve-prediction.js';

const stream = 'prediction-P08';
const basis = 'summit-hanoi-2019/H40';
const made = fact(
  stream,
  'PredictionMade',
  { predictionId: 'P08', summitIds: ['hanoi-2019'], by: 'okun', claim: 'a peace declaration' },
  { recordId: 'H29', occurredAt: day('2019-02-28') },
);
const concluded = fact(
  'summit-hanoi-2019',
  'SummitConcluded',
  { summitId: 'hanoi-2019', manner: 'cut_short', agreement: 'none' },
  { recordId: 'H40' },
);
const resolution = { predictionId: 'P08', outcome: 'defied', resolvedBy: 'cnbc', basis: [basis] };
const resolved = fact(stream, 'PredictionResolved', resolution, { recordId: 'H76' });
const retracted = (target: string) =>
  note(target.slice(0, target.indexOf('/')), 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' });

const asked = (over: object, ...events: TestEvent[]) =>
  given(...events).when(ResolvePredictionHandler, { data: resolution, ...over });

describe('ResolvePrediction', () => {
  it('records what came of a prediction', () => asked({}, made, concluded).then(resolution));

  it('refuses a prediction that is not on record, or not any more', () => {
    asked({}, concluded).refused('unknown_prediction');
    asked({}, made, concluded, retracted(`${stream}/H29`)).refused('unknown_prediction');
  });

  it('refuses a second outcome, naming the first', () =>
    asked({}, made, concluded, resolved).refused('prediction_already_resolved', `${stream}/H76`));

  it('takes another outcome after the retraction of the first', () =>
    asked({}, made, concluded, resolved, retracted(`${stream}/H76`)).then({}));

  it('asks what it rests on', () =>
    asked({ data: { ...resolution, basis: [] } }, made).refused('basis_required'));

  it('refuses a basis that is not on record', () => asked({}, made).refused('unknown_record', basis));

  it('refuses a basis that was retracted', () =>
    asked({}, made, concluded, retracted(basis)).refused('basis_retracted', basis));

  it('refuses an outcome that is decidably older than the prediction', () =>
    asked({ occurredAt: day('2019-02-27') }, made, concluded).refused('before_prediction', `${stream}/H29`));
});
