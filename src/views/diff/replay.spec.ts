import { describe, expect, it } from '@jest/globals';
import { dossiersOf, fact, minute } from '../../../test/given.js';
import { item, published, registered } from '../../../test/summit-x.js';
import { instantsIn } from './replay.js';

const said = (over: object) => fact('summit-x', 'MeetingHeld', { summitId: 'x', meetingId: 'm' }, over);

describe('the instants of a replay', () => {
  it('are those of fields for times, and none of those that words speak of', () => {
    const plain = instantsIn(dossiersOf([said(minute('2019-02-28T09:00:00Z'))]));
    for (const note of ['2019-02-30', '2015-12-12T99:99:99Z', '2031-01-01T00:00:00Z', '2019-02-28'])
      expect(
        instantsIn(dossiersOf([said({ ...minute('2019-02-28T09:00:00Z'), note, unknown: note })])),
      ).toEqual(plain);
    expect(plain).toContain(Date.parse('2019-02-28T09:00:00Z'));
  });

  it('are in order, and finite', () => {
    const odd = said({
      occurredAt: { from: '2015-12-12T99:99:99Z', to: null, precision: 'after', timeZone: null },
    });
    const instants = instantsIn(dossiersOf([registered, odd]));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(instants.every(Number.isFinite)).toBe(true);
  });

  it('are those at which a plan passes, in the zone of the summit', () => {
    const plan = published([item('lunch', { plannedStart: '2019-02-28T11:55' })]);
    expect(instantsIn(dossiersOf([registered, plan]))).toContain(Date.parse('2019-02-28T11:55:00+07:00'));
  });
});
