import { describe, expect, it } from '@jest/globals';
import { day, fact, note, type TestEvent } from '../../../test/given.js';
import { h, hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { timeline } from './timeline.js';

const hanoiRows = ledgerWith(...hanoi).shows(timeline, { summitId: 'hanoi-2019' }).rows;

describe('the timeline of Hanoi', () => {
  it('groups what happened on Wednesday and says what order is known', () => {
    const [h17, h18, h19] = h('H17', 'H18', 'H19');
    expect(hanoiRows.find(({ records }) => records.includes('summit-hanoi-2019/H17'))).toMatchObject({
      when: '2019-02-27',
      ordered: false,
      label: 'order not known',
      entries: [
        { record: h17, before: [], during: null },
        { record: h18, before: [h19] },
        { record: h19, title: '"Social" dinner', when: 'Wednesday' },
        { record: 'commitment-no-testing/H20', during: h19 },
      ],
    });
  });

  it('keeps apart what happened on a Wednesday somewhere on Earth', () =>
    expect(hanoiRows.find(({ records }) => records.includes('statement-fenning-wed/H21'))).toMatchObject({
      when: '2019-02-27',
      timeZone: null,
      records: ['statement-fenning-wed/H21', 'prediction-P06/H22'],
    }));

  it('holds every fact of the summit once, and neither registrations nor other summits', () => {
    const records = hanoiRows.flatMap((row) => row.records);
    expect(new Set(records).size).toBe(records.length);
    expect(records).toHaveLength(78);
    expect(records).not.toContain('summit-singapore-2018/H01');
  });

  it('tells the resolution of a prediction', () =>
    expect(hanoiRows.flatMap((row) => row.records)).toContain('prediction-P01/H72'));
});

describe('a timeline', () => {
  const held = (recordId: string, date: string, links: object = {}): TestEvent =>
    fact(
      'summit-s',
      'MeetingHeld',
      { summitId: 's', meetingId: recordId, kind: 'other', title: recordId },
      { recordId, occurredAt: { ...day(date), ...links } },
    );
  const rows = (...events: TestEvent[]) => ledgerWith(...events).shows(timeline, { summitId: 's' }).rows;

  it('is in the order of the world, not of recording', () =>
    expect(rows(held('B', '2019-02-28'), held('A', '2019-02-27')).map(({ when }) => when)).toEqual([
      '2019-02-27',
      '2019-02-28',
    ]));

  it('calls a group ordered that links put in order', () => {
    const [row] = rows(held('B', '2019-02-27', { after: ['summit-s/A'] }), held('A', '2019-02-27'));
    expect(row).toMatchObject({ ordered: true, records: ['summit-s/A', 'summit-s/B'] });
    expect(row).not.toHaveProperty('label');
  });

  it('leaves out records about records', () => {
    const gone = note('summit-s', 'RecordRetracted', { target: 'summit-s/A', reason: 'r', by: 'ledger' });
    expect(rows(held('A', '2019-02-27'), gone)).toEqual([]);
  });

  it('flags what may not have happened by then', () => {
    const { rows: flagged } = ledgerWith(held('A', '2019-02-27')).shows(
      timeline,
      { summitId: 's' },
      { at: '2019-02-27T12:00:00Z' },
    );
    expect(flagged).toMatchObject([{ undecided: true, entries: [{ undecided: true }] }]);
  });
});
