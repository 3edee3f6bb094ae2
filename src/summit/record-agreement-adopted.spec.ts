import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import { adopted, as, on, registered, retracted, signed, x } from '../../test/summit-x.js';
import { RecordAgreementAdoptedHandler } from './record-agreement-adopted.js';

const adopt = (over: object = {}, data: object = {}) => {
  const usual = { summitId: 'x', agreementId: 'accord', mode: 'consensus', parties: 'all' };
  return [RecordAgreementAdoptedHandler, { data: { ...usual, ...data }, ...over }] as const;
};

describe('RecordAgreementAdopted', () => {
  it('tells of an adoption by all parties, or by some', () => {
    given(registered)
      .when(...adopt())
      .then({ parties: 'all' });
    given(registered)
      .when(...adopt({}, { parties: ['us'] }))
      .then({ parties: ['us'] });
  });

  it('refuses a mode of signing', () =>
    given(registered)
      .when(...adopt({}, { mode: 'signed' }))
      .refused('invalid'));

  it('refuses a second adoption, also one from before', () =>
    given(registered, adopted(as('done', '2019-02-28')))
      .when(...adopt(on('2019-02-27')))
      .refused('agreement_concluded', ...x('done')));

  it('takes another adoption once the first is retracted', () =>
    given(registered, adopted(as('done')), retracted('done'))
      .when(...adopt())
      .then({ agreementId: 'accord' }));

  it('refuses an adoption after the signing, or perhaps after it', () => {
    const done = given(registered, signed(undefined, as('done', '2019-02-27')));
    done.when(...adopt(on('2019-02-28'))).refused('agreement_concluded', ...x('done'));
    done.when(...adopt(on('2019-02-27'))).refused('agreement_concluded', ...x('done'));
  });

  it('takes an adoption from before the signing', () =>
    given(registered, signed(undefined, as('done', '2019-02-27')))
      .when(...adopt(on('2019-02-26')))
      .then({ agreementId: 'accord' }));
});
