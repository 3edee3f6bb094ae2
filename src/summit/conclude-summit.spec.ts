import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import {
  adopted,
  as,
  concluded,
  on,
  registered,
  retracted,
  signed,
  withdrawn,
  x,
} from '../../test/summit-x.js';
import { ConcludeSummitHandler } from './conclude-summit.js';

const conclude = (agreement: string, over: object = {}) => {
  const data = { summitId: 'x', manner: 'as_planned', agreement };
  return [ConcludeSummitHandler, { data, ...over }] as const;
};

describe('ConcludeSummit', () => {
  it('concludes without an agreement', () =>
    given(registered)
      .when(...conclude('none'))
      .then({ agreement: 'none' }));

  it('concludes with one that was adopted or signed by then, or perhaps by then', () => {
    given(registered, adopted(on('2019-02-27')))
      .when(...conclude('full'))
      .then({ agreement: 'full' });
    given(registered, signed(undefined))
      .when(...conclude('partial'))
      .then({ agreement: 'partial' });
  });

  it('refuses a second conclusion, naming the first', () =>
    given(registered, concluded(as('end')))
      .when(...conclude('none'))
      .refused('summit_concluded', ...x('end')));

  it('concludes again once the first conclusion is retracted', () =>
    given(registered, concluded(as('end')), retracted('end'))
      .when(...conclude('none'))
      .then({ agreement: 'none' }));

  describe('with no agreement', () => {
    it('is refused while one from before stands, even one that a party has left', () =>
      given(registered, adopted(as('done', '2019-02-27')), withdrawn('us', on('2019-02-27')))
        .when(...conclude('none'))
        .refused('contradicts_record', ...x('done')));

    it('is taken when the agreement came later, or perhaps later', () => {
      given(registered, signed(undefined, on('2019-03-01')))
        .when(...conclude('none'))
        .then({ agreement: 'none' });
      given(registered, signed(undefined))
        .when(...conclude('none'))
        .then({ agreement: 'none' });
    });

    it('disputes the agreement when it is contested', () =>
      given(registered, adopted(as('done', '2019-02-27')))
        .when(...conclude('none', { onContradiction: 'contest' }))
        .disputes(...x('done')));
  });

  describe('with an agreement that is not there', () => {
    it('is refused', () =>
      given(registered)
        .when(...conclude('full'))
        .refused('contradicts_record'));

    it('is refused when the agreement came only later', () =>
      given(registered, adopted(on('2019-03-01')))
        .when(...conclude('full'))
        .refused('contradicts_record'));

    it('cannot be contested', () =>
      given(registered)
        .when(...conclude('full', { onContradiction: 'contest' }))
        .refused('contradicts_record'));
  });
});
