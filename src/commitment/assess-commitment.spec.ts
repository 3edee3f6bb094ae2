import { describe, it } from '@jest/globals';
import { day, fact, given, note, type TestEvent } from '../../test/given.js';
import { AssessCommitmentHandler } from './assess-commitment.js';

const stream = 'commitment-no-testing';
const basis = 'statement-launch/L1';
const made = fact(
  stream,
  'CommitmentMade',
  {
    commitmentId: 'no-testing',
    summitIds: [],
    promisor: 'dprk.kim',
    promisee: 'us.trump',
    form: 'verbal',
    issue: 'testing',
    content: 'no testing',
    attribution: 'reported_by_promisee',
  },
  { recordId: 'H20', occurredAt: day('2019-02-27') },
);
const launch = fact(
  'statement-launch',
  'StatementIssued',
  { statementId: 'launch', summitIds: [], speaker: 'cnbc', genre: 'background', form: 'paraphrase' },
  { recordId: 'L1' },
);
const assessment = {
  commitmentId: 'no-testing',
  status: 'broken',
  assessor: 'cnbc',
  basis: [basis],
};
const retracted = (target: string) =>
  note(target.slice(0, target.indexOf('/')), 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' });

const asked = (over: object, ...events: TestEvent[]) =>
  given(...events).when(AssessCommitmentHandler, {
    occurredAt: day('2019-05-04'),
    ...over,
    data: { ...assessment, ...('data' in over && (over.data as object)) },
  });

describe('AssessCommitment', () => {
  it('records how a commitment stands', () => asked({}, made, launch).then(assessment));

  it('records a later judgement beside the first', () =>
    asked({ data: { status: 'kept' } }, made, launch, fact(stream, 'CommitmentAssessed', assessment)).then({
      status: 'kept',
    }));

  it('refuses a commitment that is not on record, or not any more', () => {
    asked({}, launch).refused('unknown_commitment');
    asked({}, made, launch, retracted(`${stream}/H20`)).refused('unknown_commitment');
  });

  it('refuses a judgement that is decidably older', () =>
    asked({ occurredAt: day('2019-02-26') }, made, launch).refused('before_commitment', `${stream}/H20`));

  it('takes a judgement of the same day, whose order is open', () =>
    asked({ occurredAt: day('2019-02-27') }, made, launch).then({}));

  it('asks what it rests on', () => {
    asked({ data: { basis: undefined } }, made).refused('basis_required');
    asked({ data: { basis: [] } }, made).refused('basis_required');
  });

  it('refuses a basis that is not on record', () => asked({}, made).refused('unknown_record', basis));

  it('refuses a basis that was retracted', () =>
    asked({}, made, launch, retracted(basis)).refused('basis_retracted', basis));
});
