import { describe, it } from '@jest/globals';
import { fact, given, note } from '../../test/given.js';
import { RecordCommitmentHandler } from './record-commitment.js';

const stream = 'commitment-no-testing';
const promise = {
  commitmentId: 'no-testing',
  summitIds: ['hanoi-2019'],
  promisor: 'dprk.kim',
  promisee: 'us.trump',
  form: 'verbal',
  issue: 'testing',
  content: 'no testing of rockets or nuclear weapons',
  attribution: 'reported_by_promisee',
};
const asked = (over: object, ...before: Parameters<typeof fact>[2][]) =>
  given(...before.map((data) => fact(stream, 'CommitmentMade', data))).when(RecordCommitmentHandler, {
    accordingTo: 'us.trump',
    data: { ...promise, ...over },
  });

describe('RecordCommitment', () => {
  it('records who promised what to whom', () => asked({}).then(promise));

  it('refuses an id that is taken while its record stands', () =>
    asked({}, promise).refused('record_exists', `${stream}/0`));

  it('takes the id again after the retraction of its record', () =>
    given(
      fact(stream, 'CommitmentMade', promise),
      note(stream, 'RecordRetracted', { target: `${stream}/0`, reason: 'misheard', by: 'publisher' }),
    )
      .when(RecordCommitmentHandler, { data: promise })
      .then(promise));

  it('refuses a promise to oneself', () => asked({ promisee: 'dprk.kim' }).invalid('data.promisee'));

  it("refuses another's account of what is said to be the promisor's own word", () =>
    asked({ attribution: 'self' }).refused('account_mismatch'));

  it("takes the promisor's own word", () =>
    asked({ promisor: 'us.trump', promisee: 'dprk.kim', attribution: 'self' }).then({}));
});
