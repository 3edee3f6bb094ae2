import { describe, expect, it } from '@jest/globals';
import { day } from '../../test/given.js';
import { inEffectOrder, isLater } from './effect-order.js';

const told = (record: string, date: string, position: string, links: object = {}) => ({
  record,
  occurredAt: { ...day(date), ...links },
  position,
});

describe('isLater', () => {
  it('goes by valid time, whatever was recorded first', () => {
    expect(isLater(told('a', '2019-02-28', '1'), told('b', '2019-02-27', '2'))).toBe(true);
    expect(isLater(told('b', '2019-02-27', '2'), told('a', '2019-02-28', '1'))).toBe(false);
  });

  it('goes by the order of recording where the times decide nothing', () => {
    expect(isLater(told('a', '2019-02-28', '10'), told('b', '2019-02-28', '9'))).toBe(true);
    expect(isLater(told('b', '2019-02-28', '9'), told('a', '2019-02-28', '10'))).toBe(false);
  });

  it('goes by a link where the bounds decide nothing', () =>
    expect(isLater(told('a', '2019-02-28', '1', { after: ['b'] }), told('b', '2019-02-28', '2'))).toBe(true));
});

describe('inSequence', () => {
  it('keeps the order of recording, but puts nothing behind what it decidably precedes', () => {
    const facts = [
      told('tuesday', '2019-02-26', '1'),
      told('thursday', '2019-02-28', '2'),
      told('wednesday', '2019-02-27', '3'),
      told('thursday too', '2019-02-28', '4'),
    ];
    const sequence = inEffectOrder(facts).map((fact) => fact.record);
    expect(sequence).toEqual(['tuesday', 'wednesday', 'thursday', 'thursday too']);
    expect(inEffectOrder(facts.toReversed()).map((fact) => fact.record)).toEqual(sequence);
  });
});
