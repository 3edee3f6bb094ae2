import type { Answer } from './answer.js';

/** What stands for a time at which something was recorded, and for an id that was drawn at random. */
const RECORDED = '<recorded>';
const ID = '<id>';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Takes out of anything that can be written as JSON what is another in every run: ids of events, and the times at
 * which they were recorded, in both of the spellings that answers have them in.
 */
export function withoutRun(recordedAt: Iterable<string>): <T extends object>(value: T) => T {
  const spellings = [...new Set(recordedAt)].flatMap((time) => [time, ofCalendar(time)]);
  const times = new RegExp(spellings.map((text) => text.replaceAll('.', '\\.')).join('|'), 'g');
  // No placeholder has a character that JSON escapes, so that what was a T still is one.
  return <T extends object>(value: T) =>
    JSON.parse(JSON.stringify(value).replace(times, RECORDED).replace(UUID, ID)) as T;
}

/** As calendars write it, to the second: 20190228T093000Z. */
const ofCalendar = (time: string) => time.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');

/** The questions whose answers still name one of the days of this run: they could not be compared on another. */
export function dated(answers: readonly Answer[], days: ReadonlySet<string>): string[] {
  const found = new RegExp([...days].flatMap((day) => [day, day.replaceAll('-', '')]).join('|'));
  return answers.filter((answer) => found.test(JSON.stringify(answer))).map(({ path }) => path);
}
