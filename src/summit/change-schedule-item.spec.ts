import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import {
  as,
  canceled,
  changed,
  held,
  item,
  on,
  programme,
  published,
  registered,
  reinstated,
  x,
} from '../../test/summit-x.js';
import { ChangeScheduleItemHandler } from './change-schedule-item.js';

const change = (data: object, over: object = {}) => {
  const usual = { summitId: 'x', itemId: 'lunch', change: 'rescheduled', announcedBy: 'wh' };
  return [ChangeScheduleItemHandler, { data: { ...usual, ...data }, ...over }] as const;
};
const later = { plannedStart: '2019-02-28T13:00' };

describe('ChangeScheduleItem', () => {
  it('changes an item', () =>
    given(...programme)
      .when(...change(later))
      .then(later));

  it('refuses an item that no schedule lists', () =>
    given(...programme)
      .when(...change({ ...later, itemId: 'dinner' }))
      .refused('unknown_item'));

  describe('is judged on the line that results', () => {
    const planned = [
      registered,
      published([item('lunch', { plannedStart: '2019-02-28T09:00', plannedEnd: '2019-02-28T10:00' })]),
    ];

    it('and refused where that ends before it starts', () =>
      given(...planned)
        .when(...change({ plannedStart: '2019-03-01T09:00' }))
        .refused('time_reversed'));

    it('and refused where an earlier change has moved the start behind the new end', () =>
      given(...planned, changed('lunch', { plannedStart: '2019-02-28T09:30' }))
        .when(...change({ plannedEnd: '2019-02-28T09:15' }))
        .refused('time_reversed'));

    it('and taken where the new end is said to be open', () =>
      given(...planned)
        .when(...change({ plannedStart: '2019-03-01T09:00', plannedEnd: null }))
        .then({ plannedEnd: null }));

    it('and taken without a time where it is postponed, once', () => {
      given(...planned)
        .when(...change({ change: 'postponed' }))
        .then({ change: 'postponed' });
      given(...planned, changed('lunch', { change: 'postponed' }))
        .when(...change({ change: 'postponed' }))
        .refused('no_change');
    });
  });

  describe('that changes nothing', () => {
    it('is refused when nothing is given', () =>
      given(...programme)
        .when(...change({}))
        .refused('no_change'));

    it('is refused when every plan says so already', () =>
      given(...programme, changed('lunch', later))
        .when(...change(later))
        .refused('no_change'));

    it('is refused when it names the zone that the item has by default', () =>
      given(...programme)
        .when(...change({ timeZone: 'Asia/Ho_Chi_Minh' }))
        .refused('no_change'));

    it('is refused when the publisher that it names has no plan of the item', () =>
      given(...programme)
        .when(...change({ ...later, publisher: 'kcna' }))
        .refused('unknown_item'));

    it('is refused when no plan lists the item any more', () =>
      given(...programme, published([], { revision: 2 }))
        .when(...change(later))
        .refused('no_change'));
  });

  it('takes what one of two plans says already', () =>
    given(registered, published([item('lunch')]), published([item('lunch', later)], { publisher: 'kcna' }))
      .when(...change(later))
      .then(later));

  describe('reinstating', () => {
    const reinstate = (over: object = {}) => change({ change: 'reinstated' }, over);

    it('puts a canceled item back on, with nothing else to say', () =>
      given(...programme, canceled('lunch'))
        .when(...reinstate())
        .then({ change: 'reinstated' }));

    it('puts the summit as a whole back on', () =>
      given(registered, canceled())
        .when(...change({ change: 'reinstated', itemId: 'x' }))
        .then({ itemId: 'x' }));

    it('is refused when the item is not canceled', () =>
      given(...programme)
        .when(...reinstate())
        .refused('not_canceled'));

    it('is refused when the item is back on already', () =>
      given(...programme, canceled('lunch'), reinstated('lunch'))
        .when(...reinstate())
        .refused('not_canceled'));

    it('is refused when the item was canceled only later', () =>
      given(...programme, canceled('lunch', on('2019-02-28')))
        .when(...reinstate(on('2019-02-27')))
        .refused('not_canceled'));

    it('is refused when only the summit as a whole is canceled', () =>
      given(...programme, canceled())
        .when(...reinstate())
        .refused('not_canceled'));
  });

  describe('of a canceled item', () => {
    const off = canceled('lunch', as('off', '2019-02-27'));

    it('is refused when it came after the cancellation', () =>
      given(...programme, off)
        .when(...change(later, on('2019-02-28')))
        .refused('item_canceled', ...x('off')));

    it('is taken when it came earlier, or perhaps earlier', () => {
      given(...programme, off)
        .when(...change(later, on('2019-02-26')))
        .then(later);
      given(...programme, off)
        .when(...change(later, on('2019-02-27')))
        .then(later);
    });

    it('is taken when the item was put back on', () =>
      given(...programme, off, reinstated('lunch', on('2019-02-27')))
        .when(...change(later, on('2019-02-28')))
        .then(later));
  });

  describe('of an item that was held', () => {
    const had = held('lunch', as('had', '2019-02-27'));

    it('is refused when it came after that', () =>
      given(...programme, had)
        .when(...change(later, on('2019-02-28')))
        .refused('item_held', ...x('had')));

    it('is taken when it perhaps came before', () =>
      given(...programme, had)
        .when(...change(later, on('2019-02-27')))
        .then(later));
  });
});
