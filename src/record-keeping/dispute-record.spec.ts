import { describe, it } from '@jest/globals';
import { fact, given, note, type TestEvent } from '../../test/given.js';
import { DisputeRecordHandler } from './dispute-record.js';

const stream = 'summit-hanoi-2019';
const target = `${stream}/H38`;
const canceled = fact(
  stream,
  'SigningCanceled',
  { summitId: 'hanoi-2019', itemId: 'signing' },
  { recordId: 'H38' },
);
const retracted = note(stream, 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' });

const asked = (over: object, ...events: TestEvent[]) =>
  given(...events).when(DisputeRecordHandler, {
    recordId: 'D1',
    data: { target, by: 'dprk', field: 'canceledBy', ...over },
  });

describe('DisputeRecord', () => {
  it('records that somebody tells it otherwise', () =>
    asked({ counterRecord: 'summit-hanoi-2019/later' }, canceled).then({ target, by: 'dprk' }));

  it('refuses a record that disputes itself', () => {
    asked({ counterRecord: target }, canceled).invalid('data.counterRecord');
    asked({ target: `${stream}/D1` }, canceled).invalid('data.target');
  });

  it('asks whose account it is', () => asked({ by: undefined }, canceled).refused('account_required'));

  it('refuses a record that is not there', () => asked({}).refused('unknown_record', target));

  it('refuses a record that was retracted', () =>
    asked({}, canceled, retracted).refused('record_retracted', target));
});
