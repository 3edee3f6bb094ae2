import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import { as, canceled, held, programme, registered, reinstated, x } from '../../test/summit-x.js';
import { RecordMeetingCanceledHandler } from './record-meeting-canceled.js';

const cancel = (itemId: string, over: object = {}) => {
  const data = { summitId: 'x', itemId, announced: true };
  return [RecordMeetingCanceledHandler, { data, ...over }] as const;
};

describe('RecordMeetingCanceled', () => {
  it('cancels an item', () =>
    given(...programme)
      .when(...cancel('lunch'))
      .then({ itemId: 'lunch' }));

  it('calls the summit off', () =>
    given(registered)
      .when(...cancel('x'))
      .then({ itemId: 'x' }));

  it('cancels an item of a summit that was called off', () =>
    given(...programme, canceled())
      .when(...cancel('lunch'))
      .then({ itemId: 'lunch' }));

  it('cancels an item that was put back on', () =>
    given(...programme, canceled('lunch'), reinstated('lunch'))
      .when(...cancel('lunch'))
      .then({ itemId: 'lunch' }));

  it('refuses an item that no schedule lists', () =>
    given(registered)
      .when(...cancel('lunch'))
      .refused('unknown_item'));

  it('refuses a signing', () =>
    given(...programme)
      .when(...cancel('signing'))
      .refused('is_a_signing'));

  it('refuses to cancel twice, naming the first', () =>
    given(...programme, canceled('lunch', as('off')))
      .when(...cancel('lunch'))
      .refused('contradicts_record', ...x('off')));

  it('refuses what was held, naming who held it', () =>
    given(...programme, held('lunch', as('had')))
      .when(...cancel('lunch'))
      .refused('contradicts_record', ...x('had')));

  it('disputes all records in the way when it is contested', () =>
    given(...programme, canceled('lunch', as('off')), held('lunch', as('had')))
      .when(...cancel('lunch', { onContradiction: 'contest' }))
      .disputes(...x('off', 'had')));
});
