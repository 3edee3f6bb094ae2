import { describe, it } from '@jest/globals';
import { day, fact, given, minute, note, type TestEvent } from '../../test/given.js';
import { RecordPredictionHandler } from './record-prediction.js';

const canceled = 'summit-hanoi-2019/H38';
const cancellation = fact(
  'summit-hanoi-2019',
  'SigningCanceled',
  { summitId: 'hanoi-2019', itemId: 'signing' },
  { recordId: 'H38' },
);
const prediction = {
  predictionId: 'P10',
  summitIds: ['hanoi-2019'],
  by: 'okun',
  claim: 'an agreement is signed',
  about: [canceled],
};
const asked = (over: object, ...events: TestEvent[]) =>
  given(...events).when(RecordPredictionHandler, {
    occurredAt: day('2019-02-28'),
    data: prediction,
    ...over,
  });

describe('RecordPrediction', () => {
  it('records what somebody expects', () => asked({}).then(prediction));

  it('refuses an id that is taken while its record stands', () =>
    asked({}, fact('prediction-P10', 'PredictionMade', prediction)).refused(
      'record_exists',
      'prediction-P10/0',
    ));

  it('refuses a probability that is none', () =>
    asked({ data: { ...prediction, probability: 1.1 } }).invalid('data.probability'));

  it('refuses what was said after the outcome that it is about', () =>
    asked({ occurredAt: minute('2019-03-01T00:00:00Z') }, cancellation).refused('hindsight', canceled));

  it('goes by the bounds alone, not by links', () =>
    asked({ occurredAt: { ...day('2019-02-28'), after: [canceled] } }, cancellation).then({}));

  it('takes what may have been said before', () => asked({}, cancellation).then({}));

  it('takes what is about a record that does not count any more', () =>
    asked(
      { occurredAt: day('2019-03-05') },
      cancellation,
      note('summit-hanoi-2019', 'RecordRetracted', { target: canceled, reason: 'wrong', by: 'ledger' }),
    ).then({}));

  it('takes what is about a plan, which is no outcome', () => {
    const plan = fact('summit-hanoi-2019', 'SchedulePublished', {
      summitId: 'hanoi-2019',
      publisher: 'us',
      revision: 1,
      items: [],
    });
    asked(
      { occurredAt: day('2019-03-05'), data: { ...prediction, about: ['summit-hanoi-2019/0'] } },
      plan,
    ).then({});
  });
});
