import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import {
  as,
  canceled,
  on,
  programme,
  registered,
  signatures,
  signed,
  signingCanceled,
  x,
} from '../../test/summit-x.js';
import { RecordSigningHeldHandler } from './record-signing-held.js';

const sign = (data: object, over: object = {}) =>
  [RecordSigningHeldHandler, { data: { summitId: 'x', ...signatures, ...data }, ...over }] as const;

describe('RecordSigningHeld', () => {
  it('tells of a planned signing', () =>
    given(...programme)
      .when(...sign({ itemId: 'signing' }))
      .then({ itemId: 'signing' }));

  it('tells of a signing outside any programme, although a planned one was canceled', () =>
    given(...programme, signingCanceled())
      .when(...sign({}))
      .then(signatures));

  it('refuses an item that no schedule lists', () =>
    given(registered)
      .when(...sign({ itemId: 'signing' }))
      .refused('unknown_item'));

  it('refuses an item that is not a signing', () =>
    given(...programme)
      .when(...sign({ itemId: 'lunch' }))
      .refused('not_a_signing'));

  it('refuses a canceled signing, naming the cancellation', () =>
    given(...programme, signingCanceled(as('off')))
      .when(...sign({ itemId: 'signing' }))
      .refused('contradicts_record', ...x('off')));

  it('refuses a signing that was held, naming who held it', () =>
    given(...programme, signed('signing', as('had')))
      .when(...sign({ itemId: 'signing' }))
      .refused('contradicts_record', ...x('had')));

  it('refuses a signing of a summit that was called off, unless it was before', () => {
    const off = given(...programme, canceled('x', as('off', '2019-02-27')));
    off.when(...sign({})).refused('contradicts_record', ...x('off'));
    off.when(...sign({}, on('2019-02-26'))).then(signatures);
  });

  it('refuses a signature for who is no party', () =>
    given(...programme)
      .when(...sign({ signatories: [{ actorId: 'us.trump', forParty: 'un' }] }))
      .refused('not_a_party'));

  it('refuses signatures under nothing', () =>
    given(...programme)
      .when(...sign({ agreements: [] }))
      .refused('agreement_required'));
});
