import { describe, expect, it } from '@jest/globals';
import { day, fact, minute, note, type TestEvent } from '../../../test/given.js';
import { h, hanoi } from '../../../test/hanoi.js';
import { ledgerWith, type TestMoment } from '../../../test/ledger-with.js';
import { scheduleVsActual, type ScheduleQuestion, type ScheduleRow } from './schedule-vs-actual.js';

const SUMMIT = 'summit-s';
const address = (recordId: string) => `${SUMMIT}/${recordId}`;
const registered = fact(
  SUMMIT,
  'SummitRegistered',
  { summitId: 's', title: 'S', parties: ['a', 'b'], place: 'Hanoi', timeZone: '+07:00' },
  { recordId: 'R', occurredAt: { ...day('2019-02-27', '+07:00'), to: '2019-03-01T00:00:00+07:00' } },
);

function plan(revision: number, items: object[], over: object = {}): TestEvent {
  const { publisher = 'host', day, ...account }: { publisher?: string; day?: string } = over;
  const listed = items.map((item, i) => ({
    itemId: 'talks',
    order: i,
    kind: 'plenary',
    title: 'Talks',
    ...item,
  }));
  return fact(
    SUMMIT,
    'SchedulePublished',
    { summitId: 's', publisher, revision, items: listed, ...(day && { day }) },
    { recordId: `${publisher}${revision}`, occurredAt: minute('2019-02-26T00:00:00Z'), ...account },
  );
}
const change = (data: object, over: object = {}): TestEvent =>
  fact(SUMMIT, 'ScheduleItemChanged', { summitId: 's', itemId: 'talks', announcedBy: 'host', ...data }, over);
const held = (recordId: string, data: object = {}, over: object = {}): TestEvent =>
  fact(
    SUMMIT,
    'MeetingHeld',
    { summitId: 's', meetingId: recordId, itemId: 'talks', kind: 'plenary', title: 'Talks', ...data },
    { recordId, ...over },
  );
const canceled = (recordId: string, data: object = {}, over: object = {}): TestEvent =>
  fact(
    SUMMIT,
    'MeetingCanceled',
    { summitId: 's', itemId: 'talks', announced: true, ...data },
    { recordId, ...over },
  );
const disputed = (target: string, data: object): TestEvent =>
  note(SUMMIT, 'RecordDisputed', { target: address(target), by: 'b', ...data }, { recordId: `D${target}` });
const concluded = fact(SUMMIT, 'SummitConcluded', { summitId: 's', manner: 'as_planned', agreement: 'none' });

function rows(
  events: TestEvent[],
  asked: TestMoment = {},
  question: Partial<ScheduleQuestion> = {},
): readonly ScheduleRow[] {
  return ledgerWith(registered, ...events).shows(scheduleVsActual, { summitId: 's', ...question }, asked)
    .rows;
}
function row(
  events: TestEvent[],
  asked: TestMoment = {},
  question: Partial<ScheduleQuestion> = {},
): ScheduleRow | undefined {
  return rows(events, asked, question)[0];
}
const hanoiRows = (asked: TestMoment = {}) =>
  ledgerWith(...hanoi).shows(scheduleVsActual, { summitId: 'hanoi-2019' }, asked).rows;

describe('schedule versus actual, Hanoi', () => {
  const thursday = hanoiRows().filter(({ plan }) => plan === 'scheduled');

  it('shows what came of every item of Thursday (G1)', () =>
    expect(thursday).toMatchObject([
      { itemId: 'arrival-statements', order: 1, outcome: 'no_report', records: [] },
      {
        itemId: 'one-on-one-thu',
        order: 2,
        outcome: 'held',
        timing: 'unknown',
        extent: 'unknown',
        certainty: 'implied',
        records: h('H24'),
      },
      { itemId: 'expanded', order: 3, outcome: 'held', certainty: 'implied', records: h('H25') },
      { itemId: 'lunch', order: 4, outcome: 'not_held', label: 'not held', records: h('H37') },
      {
        itemId: 'signing',
        order: 5,
        title: 'Joint Agreement Signing Ceremony',
        kind: 'signing',
        day: '2019-02-28',
        publisher: 'us.white-house',
        outcome: 'canceled',
        canceledBy: 'us.trump',
        announcedBy: 'us.white-house',
        noticeMin: null,
        records: h('H38'),
      },
    ]));

  it('calls nothing unscheduled of which merely no plan is on record (G2)', () =>
    expect(hanoiRows().filter(({ itemId }) => itemId === null)).toMatchObject([
      { meetingId: 'one-on-one-wed', plan: 'no_plan_on_record', outcome: 'held', day: '2019-02-27' },
      { meetingId: 'press-wed', plan: 'no_plan_on_record', outcome: 'held' },
      { meetingId: 'dinner-wed', plan: 'no_plan_on_record', outcome: 'held' },
      { meetingId: 'press-conference', plan: 'no_plan_on_record', outcome: 'held', records: h('H41') },
    ]));

  it('knows no delta where no clock was told (G3)', () => {
    for (const shown of hanoiRows())
      expect(shown).toMatchObject({ startDeltaMin: null, endDeltaMin: null, firstStartDeltaMin: null });
  });

  it('shows the signing ahead on Wednesday evening, on a plan of which the time of issue is open (G22)', () => {
    const evening = hanoiRows({ at: '2019-02-28T00:00:00+07:00' });
    expect(evening.find(({ itemId }) => itemId === 'signing')).toMatchObject({
      outcome: 'upcoming',
      undecided: true,
    });
    expect(evening.find(({ meetingId }) => meetingId === 'dinner-wed')).toMatchObject({ outcome: 'held' });
    expect(evening.filter(({ outcome }) => outcome === 'canceled')).toEqual([]);
  });

  it('forgets the cancellation with its record, and remembers that it knew (G16)', () => {
    const retracted = note('summit-hanoi-2019', 'RecordRetracted', {
      target: 'summit-hanoi-2019/H38',
      reason: 'so it is',
      by: 'ledger',
    });
    const signing = (asked: TestMoment) =>
      ledgerWith(...hanoi, retracted)
        .shows(scheduleVsActual, { summitId: 'hanoi-2019' }, asked)
        .rows.find(({ itemId }) => itemId === 'signing');
    expect(signing({})).toMatchObject({ outcome: 'no_report' });
    expect(signing({ asOf: hanoi.length })).toMatchObject({ outcome: 'canceled', records: h('H38') });
  });
});

describe('the outcome of an item', () => {
  const planned = plan(1, [{}]);

  it('is contested when it was both held and canceled, or held twice', () => {
    expect(row([planned, held('A'), canceled('B')])).toMatchObject({
      outcome: 'contested',
      meetingId: 'A',
      canceledBy: null,
      timing: null,
      records: [address('A'), address('B')],
    });
    expect(row([planned, held('A'), held('B')])).toMatchObject({ outcome: 'contested' });
  });

  it('is contested on both rows when records of two items are disputed', () => {
    const two = plan(1, [{}, { itemId: 'dinner', kind: 'meal' }]);
    const dispute = disputed('A', { counterRecord: address('B') });
    expect(rows([two, held('A'), canceled('B', { itemId: 'dinner' }), dispute])).toMatchObject([
      { outcome: 'contested' },
      { outcome: 'contested' },
    ]);
  });

  it('is not contested by a dispute with a record that does not stand', () =>
    expect(row([planned, held('A'), disputed('A', { counterRecord: address('B') })])).toMatchObject({
      outcome: 'held',
    }));

  it('is canceled with the summit as a whole, by the record of that', () => {
    const off = canceled('X', { itemId: 's', canceledBy: 'a', announcedBy: 'b' });
    expect(row([planned, canceled('N', { announced: false }), off])).toMatchObject({
      outcome: 'canceled',
      canceledBy: 'a',
      records: [address('X'), address('N')],
    });
    expect(row([planned, held('A'), off])).toMatchObject({ outcome: 'held', records: [address('A')] });
  });

  it('comes back with a reinstatement, also of the summit as a whole', () => {
    const off = canceled('X', { itemId: 's' }, { occurredAt: day('2019-02-20') });
    const on = change({ itemId: 's', change: 'reinstated' }, { occurredAt: day('2019-02-21') });
    expect(row([planned, off, on], { now: '2019-02-22T00:00:00Z' })).toMatchObject({ outcome: 'upcoming' });
  });

  it('is canceled where that was announced, else not held', () => {
    expect(row([planned, canceled('B')])).toMatchObject({ outcome: 'canceled' });
    expect(row([planned, canceled('B', { announced: false })])).toMatchObject({
      outcome: 'not_held',
      noticeMin: null,
    });
  });

  it('is dropped when a later revision of its publisher covers its day without it', () => {
    const later = (over: object) => plan(2, [{ itemId: 'dinner', kind: 'meal' }], over);
    const listed = plan(1, [{}], { day: '2019-02-28' });
    expect(row([listed, later({ day: '2019-02-28' })])).toMatchObject({ outcome: 'dropped' });
    expect(row([listed, later({ day: '2019-02-27' }), concluded])).toMatchObject({
      itemId: 'dinner',
      outcome: 'no_report',
    });
    expect(rows([listed, later({ day: '2019-02-28', publisher: 'guest' }), concluded])[0]).not.toMatchObject({
      outcome: 'dropped',
    });
  });

  it('is ahead until its planned start, else until its day ends, else until the summit does', () => {
    const outcomeAt = (item: object, now: string, over = {}) =>
      row([plan(1, [item], over)], { now })?.outcome;
    const clock = { plannedStart: '2019-02-28T09:00' };
    expect(outcomeAt(clock, '2019-02-28T01:59:00Z')).toBe('upcoming');
    expect(outcomeAt(clock, '2019-02-28T02:00:00Z')).toBe('no_report');
    expect(outcomeAt({}, '2019-02-27T16:59:00Z', { day: '2019-02-27' })).toBe('upcoming');
    expect(outcomeAt({}, '2019-02-27T17:00:00Z', { day: '2019-02-27' })).toBe('no_report');
    expect(outcomeAt({}, '2019-02-28T16:59:00Z')).toBe('upcoming');
    expect(outcomeAt({}, '2019-02-28T17:00:00Z')).toBe('no_report');
  });

  it('is without report once the summit was concluded, be its time ahead', () =>
    expect(
      row([plan(1, [{ plannedStart: '2019-02-28T09:00' }]), concluded], { now: '2019-02-27T00:00:00Z' }),
    ).toMatchObject({ outcome: 'no_report' }));

  it('is told although no plan that is known lists the item', () =>
    expect(rows([canceled('B', { itemId: 'tea' })])).toMatchObject([
      { itemId: 'tea', outcome: 'canceled', plan: 'no_plan_on_record' },
    ]));
});

describe('times against the plan', () => {
  const at9 = { plannedStart: '2019-02-28T09:00', plannedEnd: '2019-02-28T10:00' };
  const from = (start: string, end?: string, data: object = {}) =>
    held('A', { start, ...(end && { end }), ...data }, { occurredAt: day('2019-02-28', '+07:00') });

  it.each([
    ['2019-02-28T09:10:59+07:00', 10, 'as_planned', 'held as planned'],
    ['2019-02-28T09:11:00+07:00', 11, 'late', 'held late'],
    ['2019-02-28T01:49:00Z', -11, 'early', 'held early'],
  ])('a start at %s is %i minutes off: %s', (start, startDeltaMin, timing, label) =>
    expect(row([plan(1, [at9]), from(start)])).toMatchObject({ startDeltaMin, timing, label }),
  );

  it('can be judged less strictly', () =>
    expect(row([plan(1, [at9]), from('2019-02-28T09:20:00+07:00')], {}, { toleranceMin: 20 })).toMatchObject({
      timing: 'as_planned',
    }));

  it('are measured against the last plan before it began and against the first', () => {
    const moved = change(
      { change: 'rescheduled', plannedStart: '2019-02-28T11:00' },
      { occurredAt: minute('2019-02-28T00:00:00Z'), recordId: 'C1' },
    );
    const afterwards = change(
      { change: 'rescheduled', plannedStart: '2019-02-28T12:00' },
      { occurredAt: minute('2019-02-28T06:00:00Z'), recordId: 'C2' },
    );
    expect(
      row([
        plan(1, [at9]),
        moved,
        afterwards,
        from('2019-02-28T11:05:00+07:00', '2019-02-28T13:00:00+07:00'),
      ]),
    ).toMatchObject({
      startDeltaMin: 5,
      endDeltaMin: 180,
      firstStartDeltaMin: 125,
      replanMin: 120,
      plannedFirst: '2019-02-28T09:00:00+07:00',
      plannedLast: '2019-02-28T11:00:00+07:00',
      planChanges: 2,
      planRecords: [address('host1'), address('C1'), address('C2')],
    });
  });

  it('take a plan issued at an undecided time for one before', () =>
    expect(
      row([plan(1, [at9], { occurredAt: day('2019-02-28', '+07:00') }), from('2019-02-28T09:30:00+07:00')]),
    ).toMatchObject({ startDeltaMin: 30 }));

  it("are read in the item's own zone", () =>
    expect(row([plan(1, [{ ...at9, timeZone: '+09:00' }]), from('2019-02-28T09:00:00+07:00')])).toMatchObject(
      {
        startDeltaMin: 120,
        plannedFirst: '2019-02-28T09:00:00+09:00',
      },
    ));

  it('yield to how much of it was held, in one word', () => {
    const late = '2019-02-28T09:45:00+07:00';
    expect(row([plan(1, [at9]), from(late, undefined, { extent: 'cut_short' })])?.label).toBe('cut short');
    expect(row([plan(1, [at9]), from(late, undefined, { extent: 'overran' })])?.label).toBe('overran');
  });

  it('tell how long before its start a cancellation was public', () =>
    expect(
      row([plan(1, [at9]), canceled('B', {}, { disclosedAt: minute('2019-02-28T00:30:00Z') })]),
    ).toMatchObject({ outcome: 'canceled', noticeMin: 90 }));
});

describe('the plan of an item', () => {
  it('is the one recorded last that still lists it, or that of the publisher asked for', () => {
    const plans = [plan(1, [{ title: 'Ours' }]), plan(1, [{ title: 'Theirs' }], { publisher: 'guest' })];
    expect(row(plans)).toMatchObject({ publisher: 'guest', title: 'Theirs', contestedFields: ['title'] });
    expect(row(plans, {}, { publisher: 'host' })).toMatchObject({ publisher: 'host', title: 'Ours' });
    expect(rows(plans, {}, { publisher: 'press' })).toEqual([]);
  });

  it('is contested in a field that a dispute names', () =>
    expect(row([plan(1, [{}]), disputed('host1', { field: 'place' })])).toMatchObject({
      contestedFields: ['place'],
    }));

  it('is scheduled after the fact when a meeting is corrected to be of the item', () => {
    const events = [plan(1, [{}]), held('A', { itemId: undefined, scheduled: 'no' })];
    expect(rows(events)[1]).toMatchObject({ itemId: null, plan: 'unscheduled' });
    const corrected = note(SUMMIT, 'RecordCorrected', {
      target: address('A'),
      patch: { data: { itemId: 'talks' } },
      reason: 'seen on the programme',
      cause: 'new_information',
    });
    expect(rows([...events, corrected])).toMatchObject([
      { itemId: 'talks', plan: 'scheduled', outcome: 'held' },
    ]);
  });

  it('ends on another day when it crosses midnight', () =>
    expect(
      rows([
        plan(1, [
          { plannedStart: '2019-02-27T23:30', plannedEnd: '2019-02-28T00:30' },
          {
            itemId: 'dinner',
            kind: 'meal',
            plannedStart: '2019-02-27T22:30',
            plannedEnd: '2019-02-28T00:00',
          },
        ]),
      ]),
    ).toMatchObject([
      { day: '2019-02-27', lastDay: '2019-02-28' },
      { day: '2019-02-27', lastDay: null },
    ]));

  it('lists its items by day and order', () =>
    expect(
      rows([
        plan(1, [{ itemId: 'c', order: 1 }], { publisher: 'guest' }),
        plan(
          1,
          [
            { itemId: 'b', order: 2 },
            { itemId: 'a', order: 1 },
          ],
          { day: '2019-02-28' },
        ),
        plan(2, [{ itemId: 'z', order: 9 }], { day: '2019-02-27' }),
      ]).map(({ itemId }) => itemId),
    ).toEqual(['z', 'a', 'b', 'c']));
});
