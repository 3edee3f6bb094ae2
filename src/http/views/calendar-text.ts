import ical, { escape, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Calendar, CalendarRow } from '../../views/schedule/calendar.js';

/** How long a calendar program may take what it has for current, in seconds. */
const REFRESH_S = 900;
const DAY_MS = 86_400_000;

/**
 * A programme as `text/calendar` (RFC 5545), with UTC times. The same programme gives the same bytes: every
 * time stamp is one of the ledger's.
 */
export function calendarText({ title, rows }: Calendar): string {
  const text = ical({
    prodId: { company: 'summit-ledger', product: 'official-schedule', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: asText(title ?? 'Official schedule'),
    description: asText(describe(rows)),
    ttl: REFRESH_S,
    events: rows.flatMap(eventOf),
  }).toString();
  // The library leaves the last line open, which RFC 5545 does not.
  return `${text}\r\n`;
}

/** The library escapes what is said of an event, but not what is said of the calendar as a whole. */
function asText(words: string): string {
  return escape(printable(words), false);
}

/** A title may hold characters that the format has no place for. */
function printable(words: string): string {
  return words.replace(/[^\P{Cc}\t\n]/gu, '');
}

function describe(rows: readonly CalendarRow[]): string {
  const left = rows.filter((row) => daysOf(row) === undefined).map(({ title }) => title);
  const all = 'The official schedule. What was canceled or dropped stays, marked so.';
  return left.length === 0 ? all : `${all} Left out, since no day is known: ${left.join('; ')}.`;
}

function eventOf(row: CalendarRow) {
  const when = daysOf(row);
  if (!when) return [];
  const changed = new Date(row.changedAt);
  return [
    {
      ...when,
      id: row.uid,
      sequence: row.sequence,
      stamp: changed,
      lastModified: changed,
      status: row.isCanceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: printable(row.title),
      description: `On the schedule of ${row.publisher}`,
      ...(row.place !== undefined && { location: printable(row.place) }),
    },
  ];
}

/** By the clock where the plan has one, else the whole day; undefined where it has neither. */
function daysOf({ start, end, day }: CalendarRow) {
  if (start !== null) {
    // Clocks of two zones, or a correction, may leave an end that is none.
    return { start: new Date(start), ...(end !== null && end > start && { end: new Date(end) }) };
  }
  if (day === null) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return { start: new Date(midnight), end: new Date(midnight + DAY_MS), allDay: true };
}
