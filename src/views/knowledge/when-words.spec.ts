import { describe, expect, it } from '@jest/globals';
import type { When } from '../../../events/index.js';
import { inDates, inWords } from './when-words.js';

const day: When = {
  from: '2019-02-27T00:00:00+07:00',
  to: '2019-02-28T00:00:00+07:00',
  precision: 'day',
  timeZone: 'Asia/Ho_Chi_Minh',
};

describe('a time in words', () => {
  it("is told in the source's own", () => expect(inWords({ ...day, text: 'Wednesday' })).toBe('Wednesday'));

  it('is else told by its day, where that was', () => {
    expect(inWords(day)).toBe('2019-02-27');
    expect(inWords({ from: day.from, to: day.to, precision: 'day' })).toBe('2019-02-27');
  });

  it('finds the day back of which the place is unknown', () =>
    expect(
      inDates({ from: '2019-02-26T10:00:00Z', to: '2019-02-28T12:00:00Z', precision: 'day', timeZone: null }),
    ).toBe('2019-02-27'));

  it('is a year where it fills one', () =>
    expect(
      inDates({
        from: '2017-12-31T10:00:00Z',
        to: '2019-01-01T12:00:00Z',
        precision: 'year',
        timeZone: null,
      }),
    ).toBe('2018'));

  it('is an interval of days, or one with an open end', () => {
    expect(inDates({ ...day, to: '2019-03-01T00:00:00+07:00' })).toBe('2019-02-27/2019-02-28');
    expect(inDates({ ...day, from: null })).toBe('../2019-02-27');
    expect(inDates({ ...day, to: null })).toBe('2019-02-27/..');
    expect(inDates({ ...day, from: null, to: null })).toBe('unknown');
  });

  it('is a clock time only where one is known', () =>
    expect(inDates({ ...day, from: '2019-02-27T09:00:00+07:00', precision: 'minute' })).toBe(
      '2019-02-27T09:00:00+07:00',
    ));
});
