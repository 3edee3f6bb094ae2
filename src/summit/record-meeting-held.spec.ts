import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import {
  as,
  canceled,
  held,
  item,
  meeting,
  on,
  programme,
  published,
  registered,
  reinstated,
  retracted,
  x,
} from '../../test/summit-x.js';
import { RecordMeetingHeldHandler } from './record-meeting-held.js';

const hold = (data: object, over: object = {}) => {
  const usual = { summitId: 'x', ...meeting, meetingId: 'm2' };
  return [RecordMeetingHeldHandler, { data: { ...usual, ...data }, ...over }] as const;
};
const contest = { onContradiction: 'contest' };

describe('RecordMeetingHeld', () => {
  it('tells of an item that took place', () =>
    given(...programme)
      .when(...hold({ itemId: 'lunch' }))
      .then({ itemId: 'lunch' }));

  it('tells of something outside any programme', () =>
    given(registered)
      .when(...hold({ scheduled: 'no' }))
      .then({ meetingId: 'm2', scheduled: 'no' }));

  it('refuses an item that no schedule lists', () =>
    given(...programme)
      .when(...hold({ itemId: 'dinner' }))
      .refused('unknown_item'));

  it('refuses a signing', () =>
    given(...programme)
      .when(...hold({ itemId: 'signing' }))
      .refused('is_a_signing'));

  it('refuses to hold an item twice, naming who held it', () =>
    given(...programme, held('lunch', as('had')))
      .when(...hold({ itemId: 'lunch' }))
      .refused('contradicts_record', ...x('had')));

  it('refuses to use a meetingId twice', () =>
    given(registered, held(undefined, as('had')))
      .when(...hold({ meetingId: 'm1' }))
      .refused('contradicts_record', ...x('had')));

  it('names all records in the way, in recorded order', () =>
    given(
      ...programme,
      held(undefined, as('same')),
      canceled('lunch', as('off')),
      canceled('x', as('all-off')),
      reinstated('lunch', on('2019-02-27')),
    )
      .when(...hold({ meetingId: 'm1', itemId: 'lunch' }))
      .refused('contradicts_record', ...x('same', 'off', 'all-off')));

  describe('of a canceled item', () => {
    it('is refused, naming the cancellation', () =>
      given(...programme, canceled('lunch', as('off')))
        .when(...hold({ itemId: 'lunch' }))
        .refused('contradicts_record', ...x('off')));

    it('is refused even when it took place before the cancellation', () =>
      given(...programme, canceled('lunch', as('off', '2019-02-28')))
        .when(...hold({ itemId: 'lunch' }, on('2019-02-27')))
        .refused('contradicts_record', ...x('off')));

    it('is taken when the item was put back on', () =>
      given(...programme, canceled('lunch'), reinstated('lunch'))
        .when(...hold({ itemId: 'lunch' }))
        .then({ itemId: 'lunch' }));

    it('is refused when it was put back on before it was canceled again', () =>
      given(...programme, canceled('lunch', as('off', '2019-02-28')), reinstated('lunch', on('2019-02-27')))
        .when(...hold({ itemId: 'lunch' }))
        .refused('contradicts_record', ...x('off')));

    it('is taken when the cancellation was retracted', () =>
      given(...programme, canceled('lunch', as('off')), retracted('off'))
        .when(...hold({ itemId: 'lunch' }))
        .then({ itemId: 'lunch' }));

    it('stands beside the cancellation when it is contested', () => {
      const asked = given(...programme, canceled('lunch', as('off'))).when(
        ...hold({ itemId: 'lunch' }, contest),
      );
      asked.then({ itemId: 'lunch' });
      asked.disputes(...x('off'));
    });
  });

  describe('of a summit that was called off', () => {
    const off = canceled('x', as('off', '2019-02-27'));

    it('is refused, naming the cancellation, with and without an item', () => {
      given(...programme, off)
        .when(...hold({ itemId: 'lunch' }))
        .refused('contradicts_record', ...x('off'));
      given(...programme, off)
        .when(...hold({}))
        .refused('contradicts_record', ...x('off'));
    });

    it('is refused when it perhaps took place before', () =>
      given(...programme, off)
        .when(...hold({}, on('2019-02-27')))
        .refused('contradicts_record'));

    it('is taken when it took place before', () =>
      given(...programme, off)
        .when(...hold({ itemId: 'lunch' }, on('2019-02-26')))
        .then({ itemId: 'lunch' }));

    it('is taken when the summit was put back on', () =>
      given(...programme, off, reinstated('x'))
        .when(...hold({ itemId: 'lunch' }))
        .then({ itemId: 'lunch' }));
  });

  describe('that says whether an item was scheduled', () => {
    const scheduled = { itemId: 'lunch', scheduled: 'yes' };

    it('is refused', () =>
      given(...programme)
        .when(...hold(scheduled))
        .refused('invalid'));

    it('is refused for a contradiction first, and when that is contested', () => {
      const asked = given(...programme, canceled('lunch'));
      asked.when(...hold(scheduled)).refused('contradicts_record');
      asked.when(...hold(scheduled, contest)).refused('invalid');
    });
  });

  it('knows an item of an older revision', () =>
    given(...programme, published([item('dinner')], { revision: 2 }))
      .when(...hold({ itemId: 'lunch' }))
      .then({ itemId: 'lunch' }));
});
