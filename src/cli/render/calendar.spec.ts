import { describe, expect, it } from '@jest/globals';
import { clock, dayInWords, daysInWords } from './calendar.js';

describe('calendar', () => {
  it('names the weekday', () => {
    expect(dayInWords('2019-02-28')).toBe('Thursday 28 February 2019');
    expect(dayInWords('some day')).toBe('some day');
  });

  it('joins the days of a summit', () => {
    expect(daysInWords('2019-02-27/2019-02-28')).toBe('27–28 February 2019');
    expect(daysInWords('2019-02-28')).toBe('28 February 2019');
    expect([daysInWords('2019-02-27/..'), daysInWords('unknown')]).toEqual(['2019-02-27/..', 'unknown']);
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
