import { describe, expect, it } from '@jest/globals';
import { fact, minute, type TestEvent } from '../../../test/given.js';
import { h, hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { officialSchedule } from './official-schedule.js';

const talks = {
  itemId: 'talks',
  order: 1,
  kind: 'plenary',
  title: 'Talks',
  plannedStart: '2019-02-28T09:00',
};
const dinner = { itemId: 'dinner', order: 2, kind: 'meal', title: 'Dinner' };

function revision(publisher: string, number: number, items: object[], day?: string): TestEvent {
  return fact(
    'summit-s',
    'SchedulePublished',
    { summitId: 's', publisher, revision: number, items, ...(day !== undefined && { day }) },
    { recordId: `${publisher}${number}`, occurredAt: minute(`2019-02-26T0${number}:00:00Z`) },
  );
}
const moved = fact(
  'summit-s',
  'ScheduleItemChanged',
  {
    summitId: 's',
    itemId: 'talks',
    change: 'rescheduled',
    plannedStart: '2019-02-28T11:00',
    announcedBy: 'host',
  },
  { recordId: 'C', occurredAt: minute('2019-02-26T01:30:00Z') },
);
const rows = (...events: TestEvent[]) =>
  ledgerWith(...events).shows(officialSchedule, { summitId: 's' }).rows;

describe('the official schedule', () => {
  it('holds the one revision of Hanoi', () => {
    const asked = ledgerWith(...hanoi).shows(officialSchedule, { summitId: 'hanoi-2019' });
    expect(asked.rows).toMatchObject([
      {
        publisher: 'us.white-house',
        revision: 1,
        day: '2019-02-28',
        when: "before the day's items",
        records: h('H03'),
      },
    ]);
    expect(asked.rows[0]?.added).toHaveLength(5);
  });

  it('shows a revision as issued and as changed since', () =>
    expect(rows(revision('host', 1, [talks]), moved)).toMatchObject([
      {
        items: [talks],
        itemsAsChanged: [{ ...talks, plannedStart: '2019-02-28T11:00' }],
        changes: [{ record: 'summit-s/C', fields: { plannedStart: '2019-02-28T11:00' } }],
        records: ['summit-s/host1', 'summit-s/C'],
      },
    ]));

  it('says what each revision added, dropped and changed', () => {
    const later = { ...talks, plannedStart: '2019-02-28T12:00', place: 'Hotel' };
    expect(
      rows(
        revision('host', 1, [talks, dinner]),
        moved,
        revision('host', 2, [later]),
        revision('host', 3, [later, dinner]),
      ),
    ).toMatchObject([
      { added: ['talks', 'dinner'], dropped: [], changed: [] },
      { added: [], dropped: ['dinner'], changed: [{ itemId: 'talks', fields: ['plannedStart', 'place'] }] },
      { added: ['dinner'], dropped: [], changed: [] },
    ]);
  });

  it('drops only items of the day that a revision covers', () =>
    expect(
      rows(
        revision('host', 1, [talks]),
        revision('host', 2, [dinner], '2019-02-27'),
        revision('host', 3, [], '2019-02-28'),
      ),
    ).toMatchObject([{ added: ['talks'] }, { added: ['dinner'], dropped: [] }, { dropped: ['talks'] }]));

  it('keeps publishers apart, and shows one where it is asked for', () => {
    const events = [
      revision('host', 1, [talks]),
      revision('guest', 1, [dinner]),
      revision('host', 2, [talks]),
    ];
    expect(rows(...events).map(({ publisher, revision }) => `${publisher} ${revision}`)).toEqual([
      'host 1',
      'host 2',
      'guest 1',
    ]);
    expect(
      ledgerWith(...events).shows(officialSchedule, { summitId: 's', publisher: 'guest' }).rows,
    ).toHaveLength(1);
  });
});
