import { describe, expect, it } from '@jest/globals';
import { marksIn } from '../../events/index.js';
import { account, day } from '../../test/given.js';
import { Rejected } from '../records/rejected.js';
import { RegisterSource } from '../registry/register-source.js';
import { RecordMeetingHeld } from '../summit/record-meeting-held.js';
import { checkTimes } from './times.js';
import { parse } from './parse.js';

function refusalOf(type: new () => object, body: object): string | undefined {
  const command = parse(type, body);
  // Made by a class that describes it.
  const marks = marksIn(type.prototype as object, command);
  try {
    checkTimes(command, marks, [], Date.parse('2026-06-01T00:00:00Z'));
    return undefined;
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
}

const dayOf = day('2019-02-28');
const held = (data: object, occurredAt: object = dayOf) =>
  refusalOf(RecordMeetingHeld, {
    ...account,
    occurredAt,
    data: { summitId: 'x', meetingId: 'm', kind: 'meal', title: 'Lunch', ...data },
  });

describe('the times of a command', () => {
  it('lie within occurredAt, bounds included (rule 2.6.13)', () => {
    expect(held({ start: dayOf.from, end: dayOf.to })).toBeUndefined();
    expect(held({ start: '2019-02-27T23:59:00Z' })).toBe('time_reversed');
  });

  it('have no order without their offset, which is what is asked for (rule 2.6.27)', () => {
    expect(held({ start: '2019-02-28T23:00:00', end: '2019-02-28T01:00:00Z' })).toBe('time_zone_required');
    expect(held({}, { ...dayOf, from: '2019-03-05T00:00:00' })).toBe('time_zone_required');
    expect(held({}, { ...dayOf, from: '2090-01-01T00:00:00', to: null })).toBe('time_zone_required');
  });

  it('carry an offset where a source was published at a clock time (rule 2.6.27)', () => {
    const published = (publishedAt: string) =>
      refusalOf(RegisterSource, { data: { sourceId: 'S', kind: 'article', publishedAt } });
    expect(published('2019-02-28')).toBeUndefined();
    expect(published('2019-02-28T09:00+07:00')).toBeUndefined();
    expect(published('2019-02-28T09:00')).toBe('time_zone_required');
  });
});
