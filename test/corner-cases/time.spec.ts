import { describe, expect, it } from '@jest/globals';
import { openQuestions } from '../../src/views/open-questions/open-questions.js';
import { positions } from '../../src/views/positions/positions.js';
import { scheduleVsActual } from '../../src/views/schedule/schedule-vs-actual.js';
import { statements } from '../../src/views/statements/statements.js';
import { timeline } from '../../src/views/timeline/timeline.js';
import { day, fact, minute, note, type TestEvent } from '../given.js';
import { hanoi } from '../hanoi.js';
import { changed, held, item, published, registered, registration } from '../summit-x.js';
import { ledgerWith, type TestMoment } from '../ledger-with.js';

const rowsOf = (events: readonly TestEvent[], asked: TestMoment = {}) =>
  ledgerWith(...events).shows(scheduleVsActual, { summitId: 'x' }, asked).rows;

const corrected = (target: string, data: object, cause = 'error') =>
  note('summit-x', 'RecordCorrected', {
    target: `summit-x/${target}`,
    patch: { data },
    reason: 'copied from the desk of another zone',
    cause,
  });

describe('corner cases of time', () => {
  it('corner case 1: orders without a clock, the same each time, and invents no delta', () => {
    const { rows } = ledgerWith(...hanoi).shows(timeline, { summitId: 'hanoi-2019' });
    expect(ledgerWith(...hanoi).shows(timeline, { summitId: 'hanoi-2019' }).rows).toEqual(rows);
    const schedule = ledgerWith(...hanoi).shows(scheduleVsActual, { summitId: 'hanoi-2019' }).rows;
    for (const row of schedule)
      expect([row.startDeltaMin, row.endDeltaMin, row.replanMin]).toEqual([null, null, null]);
  });

  it('corner case 2: keeps the zone with a plan, and tells the day of what was held in the zone of the summit', () => {
    const plan = published([
      item('lunch', { plannedStart: '2019-02-28T11:55' }),
      item('call', {
        order: 2,
        kind: 'other',
        plannedStart: '2019-02-27T23:55',
        timeZone: 'America/New_York',
      }),
    ]);
    const outside = held(undefined, {
      occurredAt: { ...minute('2019-02-27T23:30:00-05:00'), timeZone: 'America/New_York' },
    });
    const [call, lunch, walk] = rowsOf([registered, plan, outside]);
    expect(lunch).toMatchObject({ itemId: 'lunch', day: '2019-02-28' });
    expect(Date.parse(call?.plannedLast ?? '')).toBe(Date.parse(lunch?.plannedLast ?? ''));
    expect(walk).toMatchObject({ itemId: null, day: '2019-02-28' });
  });

  it('corner case 3: reads a zone taken over from another desk as corrected, and as it was before', () => {
    const dinner = (timeZone: string) => item('dinner', { plannedStart: '2019-02-27T20:30', timeZone });
    const events = [
      registered,
      published([dinner('Asia/Seoul')], {}, { recordId: 'plan' }),
      corrected('plan', { items: [dinner('Asia/Ho_Chi_Minh')] }),
    ];
    expect(rowsOf(events, { asOf: 2 })).toMatchObject([{ plannedLast: '2019-02-27T20:30:00+09:00' }]);
    expect(rowsOf(events)).toMatchObject([{ plannedLast: '2019-02-27T20:30:00+07:00', planChanges: 0 }]);
  });

  it('corner case 4: corrects a lunch "at 11:55 pm", and doubts one that falls on another day', () => {
    const lunch = (clock: string) => item('lunch', { plannedStart: clock });
    const plan = published([lunch('2019-02-28T23:55')], { day: '2019-02-28' }, { recordId: 'plan' });
    const right = corrected('plan', { items: [lunch('2019-02-28T11:55')] }, 'source_corrected');
    expect(rowsOf([registered, plan, right])).toMatchObject([{ plannedLast: '2019-02-28T11:55:00+07:00' }]);
    const doubted = published([lunch('2019-03-01T11:55')], { day: '2019-02-28' });
    const { rows } = ledgerWith(registered, doubted).shows(openQuestions, { summitId: 'x' });
    expect(rows.map(({ question }) => question)).toContain('outside_its_day');
  });

  it('corner case 5: takes a fixed offset for a place whose zone has another history', () => {
    const old = fact('summit-x', 'SummitRegistered', { ...registration, timeZone: '+07:00' });
    const plan = published([item('lunch', { plannedStart: '1960-01-01T12:00' })]);
    expect(rowsOf([old, plan])).toMatchObject([{ plannedLast: '1960-01-01T12:00:00+07:00' }]);
    expect(rowsOf([registered, plan])).toMatchObject([{ plannedLast: '1960-01-01T12:00:00+08:00' }]);
  });

  it('corner case 7: keeps "last week" in words, with the bounds that are certain whichever day weeks begin', () => {
    const { rows } = ledgerWith(...hanoi).shows(statements, { speaker: 'us.trump' });
    expect(rows.find(({ when }) => when === 'last week')?.occurredAt).toMatchObject({
      from: '2019-02-16T10:00:00Z',
      to: '2019-02-25T12:00:00Z',
      timeZone: null,
    });
  });

  it('corner case 8: keeps every plan of what was planned anew twice, and measures against the last and the first', () => {
    const events = [
      registered,
      published([item('press', { kind: 'press_conference', plannedStart: '2019-02-28T16:00' })]),
      changed('press', { plannedStart: '2019-02-28T15:00' }, { occurredAt: minute('2019-02-28T05:00:00Z') }),
      changed('press', { plannedStart: '2019-02-28T14:00' }, { occurredAt: minute('2019-02-28T06:00:00Z') }),
      fact(
        'summit-x',
        'MeetingHeld',
        {
          summitId: 'x',
          meetingId: 'press',
          itemId: 'press',
          kind: 'press_conference',
          title: 'Press conference',
          start: '2019-02-28T14:05:00+07:00',
        },
        { occurredAt: minute('2019-02-28T07:05:00Z') },
      ),
    ];
    expect(rowsOf(events)).toMatchObject([
      { planChanges: 2, replanMin: -120, startDeltaMin: 5, firstStartDeltaMin: -115 },
    ]);
    expect(rowsOf(events)[0]?.planRecords).toHaveLength(3);
  });

  it('corner case 29: marks what crosses midnight with the other day', () => {
    const night = item('press', { plannedStart: '2019-02-27T23:50', plannedEnd: '2019-02-28T00:40' });
    expect(rowsOf([registered, published([night])])).toMatchObject([
      { day: '2019-02-27', lastDay: '2019-02-28' },
    ]);
  });

  it('corner case 42: asks the question’s own time what is ahead, so that the same question has the same answer', () => {
    const plan = [registered, published([item('lunch', { plannedStart: '2019-02-28T11:55' })])];
    const outcomeAt = (now: string) => rowsOf(plan, { now })[0]?.outcome;
    expect(outcomeAt('2019-02-28T04:54:00Z')).toBe('upcoming');
    expect(outcomeAt('2019-02-28T04:55:00Z')).toBe('no_report');
    expect(rowsOf(plan, { at: '2019-02-28T04:54:00Z', now: '2030-01-01T00:00:00Z' })[0]?.outcome).toBe(
      'upcoming',
    );
  });

  it('reading 2.6.30: takes a position without a beginning for one from before', () => {
    const goal = fact(
      'position-x:us',
      'PositionTaken',
      { summitId: 'x', party: 'us', issue: 'peace', kind: 'goal', content: 'peace' },
      { occurredAt: { ...day('2019-03-05'), from: null, precision: 'before' }, accordingTo: 'us' },
    );
    expect(ledgerWith(registered, goal).shows(positions, { summitId: 'x' }).rows[0]?.cells).toMatchObject([
      { phase: 'before' },
    ]);
  });
});
