import { describe, expect, it } from '@jest/globals';
import { dossiersOf, fact, minute, note } from '../../../test/given.js';
import { changed, item, published, registered } from '../../../test/summit-x.js';
import { plannedTimes } from './planned-times.js';
import { timesTold } from './told-times.js';

const times = (...events: Parameters<typeof dossiersOf>[0]) => dossiersOf(events).flatMap(timesTold);
const held = (over: object) => fact('summit-x', 'MeetingHeld', { summitId: 'x', meetingId: 'm' }, over);
const at = (...timestamps: string[]) => timestamps.map((timestamp) => Date.parse(timestamp));

describe('the times that dossiers tell', () => {
  const nine = minute('2019-02-28T09:00:00Z');

  it('are those of fields for times, and none of those that words speak of', () => {
    const plain = times(held({ occurredAt: nine }));
    for (const words of ['2019-02-30', '2015-12-12T99:99:99Z', '2031-01-01T00:00:00Z', '2019-02-28'])
      expect(times(held({ occurredAt: nine, note: words, unknown: words }))).toEqual(plain);
    expect(plain).toEqual(expect.arrayContaining(at('2019-02-28T09:00:00Z')));
  });

  it('are none where a field for times holds what no calendar has', () => {
    const odd = { from: '2015-12-12T99:99:99Z', to: null, precision: 'after', timeZone: null };
    expect(times(held({ occurredAt: odd }))).toEqual(at('2026-01-01T00:00:00Z'));
  });

  it('are also those of an embargo, of a correction and of when that came', () => {
    const patch = { occurredAt: { from: '2019-02-28T08:00:00Z' } };
    const corrected = note('summit-x', 'RecordCorrected', { target: 'summit-x/0', patch, cause: 'error' });
    expect(times(held({ occurredAt: nine, embargoUntil: '2019-03-01T00:00:00Z' }), corrected)).toEqual(
      expect.arrayContaining(at('2019-03-01T00:00:00Z', '2019-02-28T08:00:00Z', '2026-01-01T00:00:01Z')),
    );
  });

  it('are those between which a source came out, wherever that was', () => {
    const source = note('source-S', 'SourceRegistered', { sourceId: 'S', publishedAt: '2019-02' });
    expect(times(source)).toEqual(
      expect.arrayContaining(at('2019-02-01T00:00:00+14:00', '2019-03-01T00:00:00-12:00')),
    );
  });
});

describe('the times of plans', () => {
  it('are read in the zone of the summit, and end with their day', () => {
    const plan = published([item('lunch', { plannedStart: '2019-02-28T11:55' })]);
    expect(plannedTimes(dossiersOf([registered, plan]))).toEqual(
      at('2019-02-28T11:55:00+07:00', '2019-03-01T00:00:00+07:00'),
    );
  });

  it('are read in a zone that is told of the item, and in none that is told of another', () => {
    const plan = published([
      item('lunch', { plannedStart: '2019-02-28T11:55', timeZone: 'Asia/Seoul' }),
      item('dinner', { plannedStart: '2019-02-28T19:00' }),
    ]);
    const read = plannedTimes(dossiersOf([registered, plan]));
    expect(read).toEqual(expect.arrayContaining(at('2019-02-28T11:55:00+09:00')));
    expect(read).not.toContain(Date.parse('2019-02-28T19:00:00+09:00'));
  });

  it('are passed over where they cannot be read', () => {
    const plan = published([item('lunch', { plannedStart: '2019-02-30T11:55', timeZone: 'XST' })]);
    const change = changed('lunch', { change: 'postponed', plannedStart: null });
    expect(plannedTimes(dossiersOf([registered, plan, change]))).toEqual([]);
  });
});
