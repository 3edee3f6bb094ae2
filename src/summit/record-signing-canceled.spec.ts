import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import { as, programme, registered, retracted, signed, signingCanceled, x } from '../../test/summit-x.js';
import { RecordSigningCanceledHandler } from './record-signing-canceled.js';

const cancel = (data: object = {}) =>
  [RecordSigningCanceledHandler, { data: { summitId: 'x', itemId: 'signing', ...data } }] as const;

describe('RecordSigningCanceled', () => {
  it('cancels a signing', () =>
    given(...programme)
      .when(...cancel())
      .then({ itemId: 'signing' }));

  it('refuses an item that no schedule lists', () =>
    given(registered)
      .when(...cancel())
      .refused('unknown_item'));

  it('refuses an item that is not a signing', () =>
    given(...programme)
      .when(...cancel({ itemId: 'lunch' }))
      .refused('not_a_signing'));

  it('refuses the summit as a whole', () =>
    given(...programme)
      .when(...cancel({ itemId: 'x' }))
      .refused('not_a_signing'));

  it('refuses to cancel twice, naming the first', () =>
    given(...programme, signingCanceled(as('off')))
      .when(...cancel())
      .refused('contradicts_record', ...x('off')));

  it('cancels again what was retracted', () =>
    given(...programme, signingCanceled(as('off')), retracted('off'))
      .when(...cancel())
      .then({ itemId: 'signing' }));

  it('refuses what was held, naming who held it', () =>
    given(...programme, signed('signing', as('had')))
      .when(...cancel())
      .refused('contradicts_record', ...x('had')));

  it('refuses a reason that is nobody’s account', () =>
    given(...programme)
      .when(...cancel({ reason: 'sanctions' }))
      .refused('account_required'));
});
