import { describe, expect, it } from '@jest/globals';
import { isWhenText } from '../../events/index.js';
import { expandWhen, TimeZoneRequired } from './edtf.js';
import { spanOf } from './when.js';

const HANOI = 'Asia/Ho_Chi_Minh';

describe('a timestamp', () => {
  it('is floored to its minute and keeps its offset', () => {
    expect(expandWhen('2019-02-28T11:55:42.9+07:00', 'America/New_York')).toEqual({
      from: '2019-02-28T11:55:00+07:00',
      to: '2019-02-28T11:56:00+07:00',
      precision: 'minute',
      timeZone: '+07:00',
      basis: 'stated',
    });
  });

  it('has the fixed offset zero when it ends in Z', () => {
    expect(expandWhen('2019-02-28T04:55Z', HANOI)).toMatchObject({
      from: '2019-02-28T04:55:00+00:00',
      timeZone: '+00:00',
    });
  });

  it('is taken in the zone when it has no offset', () => {
    expect(expandWhen('2019-02-28T11:55', HANOI)).toMatchObject({
      from: '2019-02-28T11:55:00+07:00',
      to: '2019-02-28T11:56:00+07:00',
      timeZone: HANOI,
    });
  });

  it('asks for a zone when there is neither', () => {
    expect(() => expandWhen('2019-02-28T11:55', null)).toThrow(TimeZoneRequired);
    expect(expandWhen('2019-02-28T11:55+07:00', null).timeZone).toBe('+07:00');
  });
});

describe('an EDTF date or interval', () => {
  it.each([
    ['2019-02-28', 'day', '2019-02-28', '2019-03-01'],
    ['2019-02-28?', 'day', '2019-02-28', '2019-03-01'],
    ['2019-02-28~', 'day', '2019-02-28', '2019-03-01'],
    ['2019-02-28%', 'day', '2019-02-28', '2019-03-01'],
    ['2020-02-29', 'day', '2020-02-29', '2020-03-01'],
    ['2019-02', 'interval', '2019-02-01', '2019-03-01'],
    ['2019-02-XX', 'interval', '2019-02-01', '2019-03-01'],
    ['2018', 'year', '2018-01-01', '2019-01-01'],
    ['2018~', 'year', '2018-01-01', '2019-01-01'],
    ['2018-XX', 'year', '2018-01-01', '2019-01-01'],
    ['201X', 'interval', '2010-01-01', '2020-01-01'],
    ['19XX', 'interval', '1900-01-01', '2000-01-01'],
    ['2019-02-27/2019-02-28', 'interval', '2019-02-27', '2019-03-01'],
    ['2019-02-28/2019-02-28', 'interval', '2019-02-28', '2019-03-01'],
    ['2018/2019-02', 'interval', '2018-01-01', '2019-03-01'],
    ['2018-01-01/2018-12-31', 'interval', '2018-01-01', '2019-01-01'],
    ['../2019-02-27', 'before', null, '2019-02-28'],
    ['/2019-02-27', 'before', null, '2019-02-28'],
    ['2019-02-27/..', 'after', '2019-02-27', null],
    ['2019-02-27/', 'after', '2019-02-27', null],
    ['../..', 'unknown', null, null],
  ])('%s has precision %s, from %s to %s', (text, precision, from, to) => {
    expect(isWhenText(text)).toBe(true);
    expect(expandWhen(text, '+07:00')).toEqual({
      from: from && `${from}T00:00:00+07:00`,
      to: to && `${to}T00:00:00+07:00`,
      precision,
      timeZone: '+07:00',
      basis: 'stated',
    });
  });

  it('begins and ends at local midnight, under the offset of each day', () => {
    expect(expandWhen('2019-03-10', 'America/New_York')).toMatchObject({
      from: '2019-03-10T00:00:00-05:00',
      to: '2019-03-11T00:00:00-04:00',
    });
  });

  it('leaves a season as wide as both hemispheres make it', () => {
    expect(expandWhen('2019-24', '+07:00')).toMatchObject({
      from: '2018-12-01T00:00:00+07:00',
      to: '2020-04-01T00:00:00+07:00',
      precision: 'interval',
    });
  });

  it('reaches as far as that date does anywhere on Earth when the place is unknown', () => {
    expect(expandWhen('2019-02-28', null)).toEqual({
      from: '2019-02-27T10:00:00Z',
      to: '2019-03-01T12:00:00Z',
      precision: 'day',
      timeZone: null,
      basis: 'stated',
    });
    expect(expandWhen('../2019-02-27', null)).toMatchObject({ from: null, to: '2019-02-28T12:00:00Z' });
  });

  it.each([HANOI, null])('comes out reversed when it runs backwards, in zone %s', (zone) => {
    for (const text of ['2019-03/2019-02', '2019-03-01/2019-02-28', '2019/2018']) {
      const span = spanOf(expandWhen(text, zone));
      expect(span.from).toBeGreaterThanOrEqual(span.to);
    }
  });
});

describe('isWhenText', () => {
  it.each([
    '2019-02-29',
    '2019-02-29?',
    '2019-04-31',
    '2019-13',
    '2019-02-28/2019-02-29',
    '2019-02-30T09:00Z',
    '2019-02-28T24:00Z',
    '2019-02-28T09:00Z/2019-02-28T10:00Z',
    '2019/2020/2021',
    '',
    '..',
    'Thursday',
    '20',
    'XXXX',
    '0000',
    '9999',
    'Y17000',
    '-0044',
    '[2018,2019]',
  ])('refuses "%s"', (text) => {
    expect(isWhenText(text)).toBe(false);
  });
});
