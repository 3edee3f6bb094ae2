import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { dossiersOf, minute, type TestEvent } from '../../../test/given.js';
import { canceled, changed, item, published, registered, signing } from '../../../test/summit-x.js';
import { momentOf } from '../../../test/ledger-with.js';
import { calendar } from '../../views/schedule/calendar.js';
import { calendarText } from './calendar-text.js';

const lunch = item('lunch', { plannedStart: '2019-02-28T11:55', plannedEnd: '2019-02-28T13:00' });
const talks = item('talks', {
  order: 2,
  title: 'Talks; "expanded", with\nministers',
  place: 'Metropole, Hà Nội',
});
const gift = item('gift', { order: 3, title: 'Gifts' });
const issued = (revision: number, items: object[]) =>
  published(items, { day: '2019-02-28', revision }, { occurredAt: minute(`2019-02-2${revision}T00:00:00Z`) });

const schedule: readonly TestEvent[] = [
  registered,
  issued(5, [lunch, talks, signing]),
  changed('lunch', { plannedStart: '2019-02-28T12:30' }, { occurredAt: minute('2019-02-25T09:00:00Z') }),
  issued(6, [{ ...lunch, plannedStart: '2019-02-28T12:30' }, talks]),
  canceled('talks', { occurredAt: minute('2019-02-28T05:00:00Z') }),
];

function textOf(events: readonly TestEvent[]): string {
  return calendarText(calendar(dossiersOf(events), momentOf({}, events.length), { summitId: 'x' }));
}

/** As another program reads it. */
function eventsIn(text: string) {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

describe('the calendar as text', () => {
  it('is the same bytes for the same ledger', () =>
    expect(textOf(schedule).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//summit-ledger//official-schedule//EN',
      'METHOD:PUBLISH',
      'NAME:Summit',
      'X-WR-CALNAME:Summit',
      'X-WR-CALDESC:The official schedule. What was canceled or dropped stays\\, m',
      ' arked so.',
      'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
      'X-PUBLISHED-TTL:PT15M',
      'BEGIN:VEVENT',
      'UID:x:lunch@summit-ledger',
      'SEQUENCE:1',
      'DTSTAMP:20260101T000002Z',
      'DTSTART:20190228T053000Z',
      'DTEND:20190228T060000Z',
      'SUMMARY:lunch',
      'DESCRIPTION:On the schedule of wh',
      'STATUS:CONFIRMED',
      'LAST-MODIFIED:20260101T000002Z',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:x:signing@summit-ledger',
      'SEQUENCE:1',
      'DTSTAMP:20260101T000003Z',
      'DTSTART;VALUE=DATE:20190228',
      'DTEND;VALUE=DATE:20190301',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:signing',
      'DESCRIPTION:On the schedule of wh',
      'STATUS:CANCELLED',
      'LAST-MODIFIED:20260101T000003Z',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:x:talks@summit-ledger',
      'SEQUENCE:1',
      'DTSTAMP:20260101T000004Z',
      'DTSTART;VALUE=DATE:20190228',
      'DTEND;VALUE=DATE:20190301',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:Talks\\; "expanded"\\, with\\nministers',
      'LOCATION:Metropole\\, Hà Nội',
      'DESCRIPTION:On the schedule of wh',
      'STATUS:CANCELLED',
      'LAST-MODIFIED:20260101T000004Z',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]));

  it('ends its lines as the format asks, and folds the long ones', () => {
    const lines = textOf(schedule).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });

  it('is read back by another program as it was meant', () => {
    const [first, , second] = eventsIn(textOf(schedule));
    expect(first).toMatchObject({
      uid: 'x:lunch@summit-ledger',
      sequence: 1,
      summary: 'lunch',
    });
    expect(first?.startDate.toJSDate().toISOString()).toBe('2019-02-28T05:30:00.000Z');
    expect(first?.endDate.toJSDate().toISOString()).toBe('2019-02-28T06:00:00.000Z');
    expect(second?.summary).toBe('Talks; "expanded", with\nministers');
    expect(second?.location).toBe('Metropole, Hà Nội');
    expect(second?.startDate.isDate).toBe(true);
    expect(second?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('names what it has to leave out for want of a day', () => {
    const undated = [registered, published([lunch, gift])];
    expect(eventsIn(textOf(undated)).map(({ uid }) => uid)).toEqual(['x:lunch@summit-ledger']);
    expect(textOf(undated)).toContain('no day is known: Gifts.');
  });

  it('lets no title break out of its line', () => {
    const title = 'Lunch\r\nSTATUS:CANCELLED\u0000';
    const hostile = [
      { ...registered, body: { ...registered.body, data: { ...registered.body.data, title } } },
      published([item('lunch', { title, place: title })], { day: '2019-02-28' }),
    ];
    const [event] = eventsIn(textOf(hostile));
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event?.summary).toBe('Lunch\nSTATUS:CANCELLED');
  });

  it('is a calendar even where nothing is known', () => {
    expect(eventsIn(textOf([]))).toEqual([]);
  });
});
