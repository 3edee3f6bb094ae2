import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applied, changesBetween, type Json } from './changes.js';

const none = () => [];
const row = (itemId: string, outcome: string): Json => ({ itemId, outcome });

describe('changes between two answers', () => {
  it('names the field that changed, and the row by what identifies it', () => {
    const before = { rows: [row('lunch', 'upcoming'), row('signing', 'upcoming')] };
    const after = { rows: [row('lunch', 'upcoming'), row('signing', 'canceled')] };
    expect(changesBetween(before, after, ['itemId'], () => ['summit-x/H38'])).toEqual({
      added: [],
      removed: [],
      changed: [
        {
          index: 1,
          itemId: 'signing',
          field: 'outcome',
          before: 'upcoming',
          after: 'canceled',
          because: ['summit-x/H38'],
        },
      ],
    });
  });

  it('knows a row again by the first of several fields that it has', () => {
    const planned = { itemId: 'lunch', meetingId: null, outcome: 'upcoming' };
    const outside = { itemId: null, meetingId: 'walk', outcome: 'held' };
    const held = { itemId: 'lunch', meetingId: 'm1', outcome: 'held' };
    const { added, removed, changed } = changesBetween(
      { rows: [planned, outside] },
      { rows: [held, outside] },
      [['itemId', 'meetingId']],
      none,
    );
    expect([added, removed]).toEqual([[], []]);
    expect(changed.map(({ itemId, field }) => [itemId, field])).toEqual([
      ['lunch', 'meetingId'],
      ['lunch', 'outcome'],
    ]);
  });

  it('removes and adds a row that only moved', () => {
    const before = { rows: [row('a', 'held'), row('b', 'held'), row('c', 'held')] };
    const after = { rows: [row('c', 'held'), row('a', 'held'), row('b', 'held')] };
    const { added, removed, changed } = changesBetween(before, after, ['itemId'], none);
    expect([added.length, removed.length, changed.length]).toEqual([1, 1, 0]);
  });

  it('gives the second answer when applied to the first, whatever the rows', () => {
    const rows = fc.array(
      fc.record(
        {
          itemId: fc.constantFrom('a', 'b', 'c', 'd'),
          outcome: fc.constantFrom('held', 'canceled'),
          extent: fc.constantFrom(null, 'full'),
        },
        { requiredKeys: ['itemId'] },
      ),
      { maxLength: 8 },
    );
    const models = fc.record(
      { manner: fc.constantFrom('cut_short', 'extended'), rows },
      { requiredKeys: ['rows'] },
    );
    fc.assert(
      fc.property(models, models, (before, after) => {
        expect(applied(before, changesBetween(before, after, ['itemId'], none))).toEqual(after);
      }),
    );
  });
});
