import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import { adopted, as, on, outlined, registered, signed, x } from '../../test/summit-x.js';
import { OutlineAgreementHandler } from './outline-agreement.js';

const terms = [{ n: 1, issue: 'peace', content: 'peace declaration' }];
const outline = (data: object = {}, over: object = {}) => {
  const usual = { summitId: 'x', agreementId: 'accord', reportedBy: 'vox', status: 'leaked', terms };
  return [OutlineAgreementHandler, { data: { ...usual, ...data }, ...over }] as const;
};

describe('OutlineAgreement', () => {
  it('tells the terms', () =>
    given(registered)
      .when(...outline())
      .then({ terms }));

  it('replaces an earlier outline', () =>
    given(registered, outlined('draft'))
      .when(...outline())
      .then({ status: 'leaked' }));

  it('refuses an outline without terms', () =>
    given(registered)
      .when(...outline({ terms: [] }))
      .refused('terms_required'));

  it('refuses an outline from after the adoption', () =>
    given(registered, adopted(as('done', '2019-02-27')))
      .when(...outline())
      .refused('agreement_concluded', ...x('done')));

  it('refuses an outline from after the signing', () =>
    given(registered, signed(undefined, as('done', '2019-02-27')))
      .when(...outline())
      .refused('agreement_concluded', ...x('done')));

  it('takes an outline from before, or perhaps before, the adoption', () => {
    const done = given(registered, adopted(as('done', '2019-02-27')));
    done.when(...outline({}, on('2019-02-26'))).then({ terms });
    done.when(...outline({}, on('2019-02-27'))).then({ terms });
  });

  it('takes an outline of another agreement', () =>
    given(registered, adopted(as('done', '2019-02-27')))
      .when(...outline({ agreementId: 'annex' }))
      .then({ agreementId: 'annex' }));
});
