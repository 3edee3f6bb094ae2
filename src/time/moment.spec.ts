import { describe, expect, it } from '@jest/globals';
import { isIn, parseAsOf, parseInstant, queryTimeOf } from './moment.js';

describe('isIn', () => {
  it('leaves out what begins at that instant or later', () => {
    expect(isIn({ from: 10, to: 20 }, 9)).toBe('out');
    expect(isIn({ from: 10, to: 20 }, 10)).toBe('out');
  });

  it('is undecided about what may still have been to come', () => {
    expect(isIn({ from: 10, to: 20 }, 11)).toBe('undecided');
    expect(isIn({ from: 10, to: Infinity }, 1_000)).toBe('undecided');
    expect(isIn({ from: -Infinity, to: 20 }, 0)).toBe('undecided');
  });

  it('takes in what ends at that instant or earlier', () => {
    expect(isIn({ from: 10, to: 20 }, 20)).toBe('in');
  });

  it('takes in everything when no instant is asked for', () => {
    expect(isIn({ from: -Infinity, to: Infinity }, null)).toBe('in');
  });
});

describe('queryTimeOf', () => {
  const asked = { at: 1, publicAt: 2, asOfTime: 3, receivedAt: 4 };

  it('is at, else publicAt, else asOf, else the time of receipt', () => {
    expect(queryTimeOf(asked)).toBe(1);
    expect(queryTimeOf({ ...asked, at: null })).toBe(2);
    expect(queryTimeOf({ ...asked, at: null, publicAt: null })).toBe(3);
    expect(queryTimeOf({ ...asked, at: null, publicAt: null, asOfTime: null })).toBe(4);
  });

  it('takes the first instant of 1970 for a time', () => {
    expect(queryTimeOf({ ...asked, at: 0 })).toBe(0);
  });
});

describe('parseInstant', () => {
  it('reads RFC 3339 with an offset', () => {
    expect(parseInstant('2019-02-28T09:00:00+07:00')).toBe(Date.UTC(2019, 1, 28, 2));
    expect(parseInstant('2019-02-28T09:00:00.250Z')).toBe(Date.UTC(2019, 1, 28, 9, 0, 0, 250));
  });

  it.each(['2019-02-28T09:00:00', '2019-02-28', '2019-02-30T09:00Z', '1551312000000', 'now', ''])(
    'refuses "%s"',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
    },
  );
});

describe('parseAsOf', () => {
  it('tells a position from a time', () => {
    expect(parseAsOf('64')).toEqual({ position: '64' });
    expect(parseAsOf('0')).toEqual({ position: '0' });
    expect(parseAsOf('2019-02-28T09:00:00Z')).toEqual({ time: Date.UTC(2019, 1, 28, 9) });
  });

  it.each(['064', '-1', '1.5', '1e3', '99999999999999999999', '2019-02-28', ''])('refuses "%s"', (text) => {
    expect(parseAsOf(text)).toBeUndefined();
  });
});
