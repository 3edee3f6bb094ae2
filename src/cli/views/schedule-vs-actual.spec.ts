import { describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { scheduleVsActual } from './schedule-vs-actual.js';

const page = { width: 100, ink: createColors(false) };
const thursday = { day: '2019-02-28', publisher: 'us.white-house', plan: 'scheduled' };
const hanoi = [
  { ...thursday, title: 'Arrival statements', outcome: 'no_report', records: ['summit-hanoi-2019/H03'] },
  { ...thursday, title: 'One-on-one', outcome: 'held', certainty: 'implied', extent: 'unknown', records: [] },
  { ...thursday, title: 'Working lunch', outcome: 'not_held', records: [] },
  {
    ...thursday,
    title: 'Joint Agreement Signing Ceremony',
    outcome: 'canceled',
    canceledBy: 'us.trump',
    announcedBy: 'us.white-house',
    records: ['summit-hanoi-2019/H38'],
  },
  {
    plan: 'no_plan_on_record',
    day: '2019-02-27',
    meetingId: 'dinner-wed',
    title: 'Dinner',
    outcome: 'held',
    records: [],
  },
];

function shown(...rows: object[]): string {
  return scheduleVsActual({ rows }, page);
}

describe('the schedule against what occurred', () => {
  it('reads as a table for each day, then what was held without a plan', () => {
    expect(shown(...hanoi)).toMatchInlineSnapshot(`
     "Item                              Planned  Held        Outcome                                Record
     ────────────────────────────────  ───────  ──────────  ─────────────────────────────────────  ──────
     Thursday 28 February 2019, as planned by us.white-house
     Arrival statements                –        –           ? no report                            H03
     One-on-one                        –        –           ● held (implied)
     Working lunch                     –        –           ○ not held
     Joint Agreement Signing Ceremony  –        –           ✕ canceled by us.trump and announced   H38
                                                            by us.white-house

     Held without a plan on record
     Dinner                            –        Wed 27 Feb  ● held"
    `);
  });

  it('makes up no clock time', () => {
    expect(shown(...hanoi)).not.toMatch(/\d:\d/);
  });

  it('shows plans and times that are known, and by how much they differ', () => {
    const row = {
      ...thursday,
      title: 'Lunch',
      outcome: 'held',
      extent: 'cut_short',
      plannedFirst: '2019-02-27T23:30:00+07:00',
      plannedLast: '2019-02-28T11:55:00+07:00',
      start: '2019-02-28T12:07:00+07:00',
      startDeltaMin: 12,
      planChanges: 2,
    };
    const text = shown(row);
    expect(text).toContain('Wed 27 Feb 23:30 → 11:55  12:07');
    expect(text).toMatch(/● held, cut short, begun 12 min late, plan changed\s+twice/);
  });

  it('says what is contested and what is undecided', () => {
    const text = shown({ ...thursday, title: 'Lunch', outcome: 'contested', undecided: true, records: [] });
    expect(text).toContain('≠ contested (undecided at this moment)');
  });

  it('fits the page however long the words', () => {
    const title = 'A working session of the heads of delegation with an expanded circle of their advisers';
    const lines = scheduleVsActual({ rows: [{ ...hanoi[3], title }] }, { ...page, width: 72 }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('says so when nothing is on record', () => {
    expect(shown()).toBe('Nothing is on record of a schedule, or of what was held.');
  });
});
