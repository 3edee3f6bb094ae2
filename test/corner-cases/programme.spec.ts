import { describe, expect, it } from '@jest/globals';
import { RecordMeetingHeldHandler } from '../../src/summit/record-meeting-held.js';
import { PublishScheduleHandler } from '../../src/summit/publish-schedule.js';
import { RecordEndorsementWithdrawnHandler } from '../../src/summit/record-endorsement-withdrawn.js';
import { recordHistory } from '../../src/views/record-history/record-history.js';
import { outcome } from '../../src/views/outcome/outcome.js';
import { scheduleVsActual } from '../../src/views/schedule/schedule-vs-actual.js';
import { day, dossiersOf, given, minute, note, type TestEvent } from '../given.js';
import {
  adopted,
  as,
  canceled,
  changed,
  concluded,
  held,
  item,
  meeting,
  on,
  programme,
  published,
  registered,
  reinstated,
  retracted,
  x,
} from '../summit-x.js';
import { momentOf, ledgerWith, type TestMoment } from '../ledger-with.js';

const rowsOf = (events: readonly TestEvent[], asked: TestMoment = {}) =>
  ledgerWith(...events).shows(scheduleVsActual, { summitId: 'x' }, asked).rows;
const rowOf = (events: readonly TestEvent[], itemId: string, asked: TestMoment = {}) =>
  rowsOf(events, asked).find((row) => row.itemId === itemId);
const lunchHeld = { data: { summitId: 'x', ...meeting, itemId: 'lunch' } };

describe('corner cases of a programme', () => {
  it('corner case 9: tells of what was put off and then canceled both, in one row', () => {
    const lunch = item('lunch', { plannedStart: '2019-02-28T11:55' });
    const events = [
      registered,
      published([lunch]),
      changed('lunch', { change: 'rescheduled', plannedStart: '2019-02-28T13:00' }, on('2019-02-27')),
      canceled('lunch', as('off', '2019-02-28')),
    ];
    expect(rowOf(events, 'lunch')).toMatchObject({
      outcome: 'canceled',
      planChanges: 1,
      replanMin: 65,
      plannedFirst: '2019-02-28T11:55:00+07:00',
      plannedLast: '2019-02-28T13:00:00+07:00',
      records: x('off'),
    });
  });

  it('corner case 10: holds what was canceled only once it was put back on', () => {
    const off = [...programme, canceled('lunch', as('off', '2019-02-26'))];
    given(...off)
      .when(RecordMeetingHeldHandler, lunchHeld)
      .refused('contradicts_record', ...x('off'));
    const on = [...off, reinstated('lunch', as('on', '2019-02-27'))];
    given(...on)
      .when(RecordMeetingHeldHandler, lunchHeld)
      .then({ itemId: 'lunch' });
    expect(rowOf(off, 'lunch')?.outcome).toBe('canceled');
    expect(rowOf([...on, held('lunch')], 'lunch')?.outcome).toBe('held');
  });

  it('corner case 12: takes "a bilateral meeting" of a photo for the item only as implied, else for none', () => {
    const implied = held('lunch', { certainty: 'implied' });
    expect(rowOf([...programme, implied], 'lunch')).toMatchObject({ outcome: 'held', certainty: 'implied' });
    const [lunch, , other] = rowsOf([...programme, held(undefined)]);
    expect(lunch).toMatchObject({ itemId: 'lunch', outcome: 'no_report' });
    expect(other).toMatchObject({ itemId: null, outcome: 'held', plan: 'no_plan_on_record' });
  });

  it('corner case 14: calls unscheduled only what a source says was not planned', () => {
    const session = (scheduled: string) => {
      const event = held(undefined);
      return rowsOf([
        registered,
        { ...event, body: { ...event.body, data: { ...event.body.data, scheduled } } },
      ])[0];
    };
    expect(session('no')?.plan).toBe('unscheduled');
    expect(session('unknown')?.plan).toBe('no_plan_on_record');
    expect(session('yes')?.plan).toBe('scheduled');
  });

  it('corner case 15: takes a lunch that "began", takes it back, and remembers that it believed it', () => {
    const events = [
      ...programme,
      held('lunch', as('began')),
      retracted('began', { recordId: 'not-so' }),
      canceled('lunch', as('off')),
    ];
    expect(rowOf(events, 'lunch', { asOf: 3 })).toMatchObject({ outcome: 'held', records: x('began') });
    expect(rowOf(events, 'lunch', { asOf: 4 })?.outcome).toBe('no_report');
    expect(rowOf(events, 'lunch')).toMatchObject({ outcome: 'canceled', records: x('off') });
  });

  it('corner case 28: cancels one day of many and leaves the others, or calls off all with the root', () => {
    const days = ['day-1', 'day-2'].map((itemId, order) =>
      item(itemId, { order, kind: 'other', parentItemId: 'x' }),
    );
    const plan = [registered, published(days)];
    expect(rowsOf([...plan, canceled('day-1')]).map((row) => row.outcome)).toEqual(['canceled', 'no_report']);
    expect(rowsOf([...plan, canceled('x')]).map((row) => row.outcome)).toEqual(['canceled', 'canceled']);
    expect(rowsOf(plan)).toMatchObject([{ parentItemId: 'x' }, { parentItemId: 'x' }]);
  });

  it('corner case 30: keeps for each who was there all the time, and counts who was absent as not knowing', () => {
    const participants = [
      { actorId: 'us.trump', attendance: 'left_early' },
      { actorId: 'dprk.kim', attendance: 'absent' },
    ];
    const event = held('lunch', as('talks'));
    const talks = { ...event, body: { ...event.body, data: { ...event.body.data, participants } } };
    const [dossier, ...around] = dossiersOf([talks]);
    if (!dossier) throw new Error('nothing was filed');
    const history = recordHistory(dossier, around, momentOf({}, 1));
    expect(history.reads.data).toMatchObject({ participants });
    expect(history.knownTo[0]).toMatchObject({ who: ['us.trump'] });
  });

  it('corner case 33: is one summit, by whatever name each party calls it', () => {
    const labels = [{ party: 'us', label: 'a working visit' }];
    const named = { ...registered, body: { ...registered.body, data: { ...registered.body.data, labels } } };
    expect(ledgerWith(named).shows(outcome, { summitId: 'x' })).toMatchObject({ title: 'Summit', labels });
  });

  it('corner case 43: stays open after its conclusion for all but a new programme', () => {
    const over = [...programme, adopted(on('2019-02-28')), concluded(as('end', '2019-02-28'))];
    const left = {
      ...on('2019-03-05'),
      data: { summitId: 'x', agreementId: 'accord', party: 'us', medium: 'tweet' },
    };
    given(...over)
      .when(RecordEndorsementWithdrawnHandler, left)
      .then({ party: 'us' });
    given(...over)
      .when(RecordMeetingHeldHandler, lunchHeld)
      .then({ itemId: 'lunch' });
    const late = {
      occurredAt: day('2019-03-01'),
      data: { summitId: 'x', publisher: 'wh', revision: 2, items: [item('lunch')] },
    };
    given(...over)
      .when(PublishScheduleHandler, late)
      .refused('summit_concluded', ...x('end'));
  });

  it('reading 2.6.13: has no notice where nobody announced anything', () => {
    const lunch = item('lunch', { plannedStart: '2019-02-28T11:55' });
    const off = (announced: boolean) => {
      const event = canceled('lunch', { occurredAt: minute('2019-02-28T03:55:00Z') });
      const told = { ...event, body: { ...event.body, data: { ...event.body.data, announced } } };
      return rowOf([registered, published([lunch]), told], 'lunch');
    };
    expect(off(true)).toMatchObject({ outcome: 'canceled', noticeMin: 60 });
    expect(off(false)).toMatchObject({ outcome: 'not_held', noticeMin: null });
  });

  it('reading 2.6.15: shows what contradicts itself after a correction, which is never refused for that', () => {
    const events = [
      registered,
      published([item('lunch'), item('dinner', { order: 2 })]),
      canceled('dinner', as('off')),
      held('lunch', as('meal')),
      note('summit-x', 'RecordCorrected', {
        target: 'summit-x/meal',
        patch: { data: { itemId: 'dinner' } },
        reason: 'it was the dinner',
        cause: 'error',
      }),
    ];
    expect(rowOf(events, 'dinner')).toMatchObject({ outcome: 'contested' });
    expect(rowOf(events, 'lunch')).toMatchObject({ outcome: 'no_report' });
  });
});
