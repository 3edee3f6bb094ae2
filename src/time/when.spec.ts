import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { When } from '../../events/index.js';
import {
  isToTheMinute,
  linksBefore,
  orderOf,
  orderOfSpans,
  spanOf,
  UNKNOWN_WHEN,
  type Dated,
} from './when.js';

const DAY = 86_400_000;

function dated(record: string, occurredAt: Partial<When>): Dated {
  return { record, occurredAt: { ...UNKNOWN_WHEN, ...occurredAt } };
}

const wednesday = { from: '2019-02-27T00:00:00+07:00', to: '2019-02-28T00:00:00+07:00' };
const thursday = { from: '2019-02-28T00:00:00+07:00', to: '2019-03-01T00:00:00+07:00' };
const thursdayAnywhere = { from: '2019-02-27T10:00:00Z', to: '2019-03-01T12:00:00Z' };

describe('spanOf', () => {
  it('has no end where the When is unbounded, and none at all where nothing is known', () => {
    expect(spanOf({ from: '1970-01-02T00:00:00Z', to: null })).toEqual({ from: DAY, to: Infinity });
    expect(spanOf(undefined)).toEqual({ from: -Infinity, to: Infinity });
  });

  it('is the same for the same instant in two zones', () => {
    expect(spanOf({ from: '2019-02-28T11:55:00+07:00', to: null })).toEqual(
      spanOf({ from: '2019-02-27T23:55:00-05:00', to: null }),
    );
  });
});

describe('orderOfSpans', () => {
  it('lets a span that ends where another begins be before it', () => {
    expect(orderOfSpans({ from: 0, to: 10 }, { from: 10, to: 20 })).toBe('before');
    expect(orderOfSpans({ from: 10, to: 20 }, { from: 0, to: 10 })).toBe('after');
  });

  it('is undecided as soon as the spans share an instant', () => {
    expect(orderOfSpans({ from: 0, to: 11 }, { from: 10, to: 20 })).toBe('undecided');
    expect(orderOfSpans({ from: -Infinity, to: Infinity }, { from: 10, to: 20 })).toBe('undecided');
  });
});

describe('orderOf', () => {
  it('decides by days without a clock', () => {
    expect(orderOf(dated('a/1', wednesday), dated('a/2', thursday))).toBe('before');
  });

  it('does not place a date without a zone within the days of a summit', () => {
    expect(orderOf(dated('a/1', thursdayAnywhere), dated('a/2', wednesday))).toBe('undecided');
    expect(orderOf(dated('a/1', thursdayAnywhere), dated('a/2', thursday))).toBe('undecided');
  });

  it('takes a link, of whichever of the two, where the bounds decide nothing', () => {
    const dinner = dated('a/1', wednesday);
    const afterDinner = dated('a/2', { ...wednesday, after: ['a/1'] });
    expect(orderOf(dinner, afterDinner)).toBe('before');
    expect(orderOf(afterDinner, dinner)).toBe('after');
    expect(orderOf(dated('a/3', { before: ['a/1'] }), dinner)).toBe('before');
  });

  it('lets bounds win over a contrary link', () => {
    expect(orderOf(dated('a/1', wednesday), dated('a/2', { ...thursday, before: ['a/1'] }))).toBe('before');
  });

  it('is undecided when two links contradict each other', () => {
    const a = dated('a/1', { ...wednesday, before: ['a/2'] });
    const b = dated('a/2', { ...wednesday, before: ['a/1'] });
    expect(orderOf(a, b)).toBe('undecided');
    expect(orderOf(b, a)).toBe('undecided');
  });

  it('turns around with its operands', () => {
    const opposite = { before: 'after', after: 'before', undecided: 'undecided' } as const;
    const bound = fc.option(fc.integer({ min: 0, max: 6 }));
    const links = fc.subarray(['a/1', 'a/2', 'a/3']);
    const times = fc
      .record({ from: bound, to: bound, after: links, before: links })
      .filter(({ from, to }) => from === null || to === null || from < to)
      .map(({ from, to, ...rest }) => ({ from: day(from), to: day(to), ...rest }));
    fc.assert(
      fc.property(times, times, (first, second) => {
        const [a, b] = [dated('a/1', first), dated('a/2', second)];
        expect(orderOf(b, a)).toBe(opposite[orderOf(a, b)]);
      }),
    );
  });
});

function day(n: number | null): string | null {
  return n === null ? null : new Date(n * DAY).toISOString();
}

describe('linksBefore', () => {
  it('sees only what the two name themselves', () => {
    const [a, c] = [dated('a/1', { before: ['a/2'] }), dated('a/3', { after: ['a/2'] })];
    expect(linksBefore(a, dated('a/2', {}))).toBe(true);
    expect(linksBefore(a, c)).toBe(false);
  });
});

describe('isToTheMinute', () => {
  it('holds for precision minute alone', () => {
    expect(isToTheMinute({ ...UNKNOWN_WHEN, precision: 'minute' })).toBe(true);
    expect(isToTheMinute({ ...UNKNOWN_WHEN, precision: 'part_of_day' })).toBe(false);
    expect(isToTheMinute(undefined)).toBe(false);
  });
});
