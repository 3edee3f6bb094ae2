import { describe, expect, it } from '@jest/globals';
import { clock, dayInWords, daysInWords } from './calendar.js';

describe('calendar', () => {
  it('names the weekday', () => {
    expect(dayInWords('2019-02-28')).toBe('Thursday 28 February 2019');
    expect(dayInWords('some day')).toBe('some day');
  });

  it('does not count the end of days', () => {
    const days = { from: '2019-02-27T00:00:00+07:00', to: '2019-03-01T00:00:00+07:00' };
    expect(daysInWords(days)).toBe('27–28 February 2019');
    expect(daysInWords({ ...days, from: '2019-02-28T00:00:00+07:00' })).toBe('28 February 2019');
    expect(daysInWords({ from: null, to: '2019-03-01T00:00:00+07:00' })).toBeUndefined();
  });

  it('tells the clock time that was written, never another', () => {
    expect([
      clock('2019-02-28T09:05'),
      clock('2019-02-28T09:05:00+07:00'),
      clock('2019-02-28'),
      clock(undefined),
    ]).toEqual(['09:05', '09:05', undefined, undefined]);
  });
});
