import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import {
  as,
  concluded,
  item,
  on,
  programme,
  published,
  registered,
  retracted,
  signing,
  x,
} from '../../test/summit-x.js';
import { PublishScheduleHandler } from './publish-schedule.js';

const publish = (items: object[], data: object = {}, over: object = {}) => {
  const schedule = { summitId: 'x', publisher: 'wh', revision: 2, items, ...data };
  return [PublishScheduleHandler, { data: schedule, ...over }] as const;
};

describe('PublishSchedule', () => {
  it('issues a programme', () =>
    given(registered)
      .when(...publish([item('lunch')]))
      .then({ publisher: 'wh', revision: 2, items: [{ itemId: 'lunch', kind: 'meal' }] }));

  it('takes an older revision after a newer one', () =>
    given(registered, published([item('lunch')], { revision: 3 }))
      .when(...publish([item('lunch')]))
      .then({ revision: 2 }));

  it('takes the same revision number of another publisher', () =>
    given(...programme)
      .when(...publish([item('lunch')], { publisher: 'kcna', revision: 1 }))
      .then({ publisher: 'kcna' }));

  it('refuses a revision that its publisher has issued', () =>
    given(...programme)
      .when(...publish([item('lunch')], { revision: 1 }))
      .refused('revision_exists', ...x('plan')));

  it('takes a revision again whose record was retracted', () =>
    given(...programme, retracted('plan'))
      .when(...publish([item('lunch')], { revision: 1 }))
      .then({ revision: 1 }));

  it('refuses an item that is listed twice', () =>
    given(registered)
      .when(...publish([item('lunch'), item('lunch')]))
      .refused('duplicate_item'));

  describe('of a summit that is over', () => {
    const over = concluded(as('end', '2019-02-28'));

    it('is refused when it was issued after the conclusion', () =>
      given(registered, over)
        .when(...publish([item('lunch')], {}, on('2019-03-01')))
        .refused('summit_concluded', ...x('end')));

    it('is taken when it was issued earlier, or perhaps earlier', () => {
      given(registered, over)
        .when(...publish([item('lunch')], {}, on('2019-02-27')))
        .then({ revision: 2 });
      given(registered, over)
        .when(...publish([item('lunch')], {}, on('2019-02-28')))
        .then({ revision: 2 });
    });

    it('is refused when a link says that it was issued after the conclusion', () =>
      given(registered, over)
        .when(...publish([item('lunch')], {}, on('2019-02-28', { after: x('end') })))
        .refused('summit_concluded'));

    it('is refused when the conclusion had named it, by the id that it takes, as later', () =>
      given(registered, concluded(as('end', '2019-02-28', { before: x('late') })))
        .when(...publish([item('lunch')], {}, as('late', '2019-02-28')))
        .refused('summit_concluded'));
  });

  it('refuses another kind for an item, also of another publisher', () =>
    given(...programme)
      .when(...publish([item('signing', { kind: 'ceremony' })], { publisher: 'kcna' }))
      .refused('item_kind_changed'));

  it('refuses a kind for the summit as a whole', () =>
    given(registered)
      .when(...publish([item('x')]))
      .refused('item_kind_changed'));

  describe('with an item that belongs to another', () => {
    it('takes a parent of the same schedule, of an earlier one, and the root', () =>
      given(...programme)
        .when(
          ...publish([
            item('a', { parentItemId: 'b' }),
            item('b', { parentItemId: 'x' }),
            item('c', { parentItemId: 'lunch' }),
          ]),
        )
        .then({ revision: 2 }));

    it('refuses a parent that nobody listed', () =>
      given(...programme)
        .when(...publish([signing, item('a', { parentItemId: 'dinner' })]))
        .refused('unknown_item'));
  });
});
