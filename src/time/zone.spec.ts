import { describe, expect, it } from '@jest/globals';
import { dayBounds, format, instantOf, isZone, localDate, offsetOf } from './zone.js';

const HANOI = 'Asia/Ho_Chi_Minh';
const WASHINGTON = 'America/New_York';
const HOUR = 3_600_000;

describe('isZone', () => {
  it.each([HANOI, 'UTC', 'Etc/GMT+5', '+07:00', '-12:00'])('accepts %s', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(['', 'Asia/Hanoi', 'Z', '+24:00', '+07:60', '\u221207:00', '2019-02-28T00:00:00+07:00', ' UTC'])(
    'refuses "%s"',
    (zone) => {
      expect(isZone(zone)).toBe(false);
    },
  );
});

describe('instantOf', () => {
  it('reads a wall clock in a zone', () => {
    expect(instantOf('2019-02-28T09:00', HANOI)).toBe(Date.UTC(2019, 1, 28, 2));
    expect(instantOf('2019-02-28T09:00:30', '+07:00')).toBe(Date.UTC(2019, 1, 28, 2, 0, 30));
  });

  it('goes on from a time that the clock skips, and takes the first of a time shown twice', () => {
    expect(instantOf('2019-03-10T02:30', WASHINGTON)).toBe(Date.UTC(2019, 2, 10, 7, 30));
    expect(instantOf('2019-11-03T01:30', WASHINGTON)).toBe(Date.UTC(2019, 10, 3, 5, 30));
  });

  it('takes a fixed offset for a place whose zone has another history', () => {
    expect(instantOf('1960-01-01T09:00', HANOI)).toBe(Date.UTC(1960, 0, 1, 1));
    expect(instantOf('1960-01-01T09:00', '+07:00')).toBe(Date.UTC(1960, 0, 1, 2));
  });
});

describe('localDate', () => {
  it('is the day before in Washington when it is lunch in Hanoi', () => {
    const lunch = instantOf('2019-02-28T11:55', HANOI);
    expect(localDate(lunch, HANOI)).toBe('2019-02-28');
    expect(localDate(lunch, WASHINGTON)).toBe('2019-02-27');
    expect(format(lunch, WASHINGTON)).toBe('2019-02-27T23:55:00-05:00');
  });
});

describe('dayBounds', () => {
  it('ends where the next day begins, so that an item across midnight lies in both', () => {
    const [thursday, friday] = [dayBounds('2019-02-28', HANOI), dayBounds('2019-03-01', HANOI)];
    expect(thursday.to).toBe(friday.from);
    expect(thursday.from).toBeLessThan(instantOf('2019-02-28T23:50', HANOI));
    expect(friday.to).toBeGreaterThan(instantOf('2019-03-01T00:20', HANOI));
  });

  it('has 23 hours when the clock is put forward, and begins at one where that takes midnight', () => {
    const spring = dayBounds('2019-03-10', WASHINGTON);
    expect(spring.to - spring.from).toBe(23 * HOUR);
    expect(format(dayBounds('2018-11-04', 'America/Sao_Paulo').from, 'America/Sao_Paulo')).toBe(
      '2018-11-04T01:00:00-02:00',
    );
  });
});

describe('format', () => {
  it('writes seconds and the offset of that day', () => {
    expect(format(Date.UTC(2019, 0, 15, 12), WASHINGTON)).toBe('2019-01-15T07:00:00-05:00');
    expect(format(Date.UTC(2019, 6, 15, 12), WASHINGTON)).toBe('2019-07-15T08:00:00-04:00');
    expect(format(Date.UTC(2019, 6, 15, 12), '+00:00')).toBe('2019-07-15T12:00:00+00:00');
  });

  it('writes Z where no zone is known', () => {
    expect(format(Date.UTC(2019, 1, 27, 10), null)).toBe('2019-02-27T10:00:00Z');
  });

  it('names the same instant even under an offset with seconds', () => {
    const { from } = dayBounds('1900-01-01', HANOI);
    expect(Date.parse(format(from, HANOI))).toBe(from);
  });
});

describe('offsetOf', () => {
  it('is that of the timestamp, or none', () => {
    expect(offsetOf('2019-02-28T09:00:00+07:00')).toBe('+07:00');
    expect(offsetOf('2019-02-28T09:00Z')).toBe('+00:00');
    expect(offsetOf('2019-02-28T09:00')).toBeUndefined();
  });
});
