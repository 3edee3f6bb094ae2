import { describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { difference } from './difference.js';

const page = { width: 100, ink: createColors(false) };
const asked = { model: 'schedule-vs-actual', axis: 'asOf', from: '64', to: '66' };

describe('the difference between two moments', () => {
  it('names what changed, from what to what, and the record that brought it', () => {
    const because = ['summit-hanoi-2019/H38'];
    const changed = [
      { index: 4, itemId: 'signing', field: 'outcome', before: 'upcoming', after: 'canceled', because },
      { index: 4, itemId: 'signing', field: 'canceledBy', before: null, after: 'us.trump', because },
    ];
    const dinner = {
      index: 5,
      row: { itemId: null, meetingId: 'dinner-wed', outcome: 'held', title: 'Dinner' },
    };
    const added = [{ ...dinner, because: ['summit-hanoi-2019/H19'] }];
    expect(difference({ ...asked, added, removed: [], changed }, page)).toMatchInlineSnapshot(`
     "schedule-vs-actual on the axis asOf, from 64 to 66

        What        Field       Before    After         Because
     ─  ──────────  ──────────  ────────  ────────────  ───────
     +  dinner-wed                        held: Dinner  H19
     ~  signing     outcome     upcoming  canceled      H38
     ~  signing     canceledBy  –         us.trump      H38"
    `);
  });

  it('says so when nothing changed', () => {
    expect(difference({ ...asked, added: [], removed: [], changed: [] }, page)).toContain('Nothing changed.');
  });
});
