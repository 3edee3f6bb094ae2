import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import { adopted, as, registered, retracted, signed, withdrawn, x } from '../../test/summit-x.js';
import { RecordEndorsementWithdrawnHandler } from './record-endorsement-withdrawn.js';

const withdraw = (party: string) => {
  const data = { summitId: 'x', agreementId: 'accord', party, medium: 'tweet' };
  return [RecordEndorsementWithdrawnHandler, { data }] as const;
};

describe('RecordEndorsementWithdrawn', () => {
  it('lets a party leave what all adopted', () =>
    given(registered, adopted())
      .when(...withdraw('us'))
      .then({ party: 'us' }));

  it('lets a party leave what was signed for it', () =>
    given(registered, signed(undefined))
      .when(...withdraw('us'))
      .then({ party: 'us' }));

  it('refuses a party that neither adopted nor signed', () => {
    given(registered, adopted({}, ['us']))
      .when(...withdraw('dprk'))
      .refused('not_an_endorser');
    given(registered, signed(undefined))
      .when(...withdraw('dprk'))
      .refused('not_an_endorser');
    given(registered)
      .when(...withdraw('us'))
      .refused('not_an_endorser');
  });

  it('refuses a party that has left already, but not another', () => {
    const left = given(registered, adopted(), withdrawn('us', as('gone')));
    left.when(...withdraw('us')).refused('already_withdrawn', ...x('gone'));
    left.when(...withdraw('dprk')).then({ party: 'dprk' });
  });

  it('lets a party leave whose earlier withdrawal was retracted', () =>
    given(registered, adopted(), withdrawn('us', as('gone')), retracted('gone'))
      .when(...withdraw('us'))
      .then({ party: 'us' }));
});
