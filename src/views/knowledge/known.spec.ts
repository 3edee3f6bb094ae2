import { describe, expect, it } from '@jest/globals';
import { day, fact, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith, type TestMoment } from '../../../test/ledger-with.js';

const SUMMIT = 'summit-hanoi-2019';
const EVENING = '2019-02-28T00:00:00+07:00';

function held(recordId: string, over: object = {}): TestEvent {
  const data = { summitId: 'hanoi-2019', meetingId: recordId, kind: 'other', title: recordId };
  return fact(SUMMIT, 'MeetingHeld', data, { recordId, ...over });
}

function keeping(type: 'RecordCorrected' | 'RecordRetracted', data: object, over: object = {}): TestEvent {
  return note(SUMMIT, type, { target: `${SUMMIT}/A`, reason: 'so it is', ...data }, over);
}

/** Record ids of what is known, those that are undecided with a question mark. */
function known(events: readonly TestEvent[], asked: TestMoment = {}): string[] {
  return ledgerWith(...events)
    .facts(asked)
    .map(({ record, undecided }) => `${record.slice(record.indexOf('/') + 1)}${undecided ? '?' : ''}`);
}

describe('what is known at a moment of the world', () => {
  const on = (date: string) => [held('A', { occurredAt: day(date) })];

  it('leaves out what begins at that moment', () =>
    expect(known(on('2019-03-01'), { at: '2019-03-01T00:00:00Z' })).toEqual([]));

  it('holds what is over, its last instant not counted', () =>
    expect(known(on('2019-02-28'), { at: '2019-03-01T00:00:00Z' })).toEqual(['A']));

  it('flags what may or may not have happened', () =>
    expect(known(on('2019-02-28'), { at: '2019-02-28T12:00:00Z' })).toEqual(['A?']));

  it('always holds registrations', () => {
    const events = hanoi.slice(0, 31);
    expect(known(events, { at: '1990-01-01T00:00:00Z', publicAt: '1990-01-01T00:00:00Z' })).toHaveLength(31);
  });

  it('goes by the corrected time', () => {
    const events = [
      ...on('2019-02-28'),
      keeping('RecordCorrected', { patch: { occurredAt: day('2019-02-27') }, cause: 'error' }),
    ];
    expect(known(events, { at: '2019-02-28T00:00:00Z' })).toEqual(['A']);
  });
});

describe('what the public knows', () => {
  const disclosedIn2049 = held('A', { disclosedAt: day('2049-01-01') });

  it('takes an act done in public as known when it happened', () => {
    expect(known([held('A')], { publicAt: '2019-03-01T00:00:00Z' })).toEqual(['A']);
    expect(known([held('A')], { publicAt: '2019-02-28T00:00:00Z' })).toEqual([]);
  });

  it('waits for a disclosure decades later', () => {
    expect(known([disclosedIn2049], { publicAt: '2048-01-01T00:00:00Z' })).toEqual([]);
    expect(known([disclosedIn2049], { publicAt: '2049-01-02T00:00:00Z' })).toEqual(['A']);
  });

  it('waits for the end of an embargo', () => {
    const events = [held('A', { embargoUntil: '2019-03-02T09:00:00Z' })];
    expect(known(events, { publicAt: '2019-03-02T08:59:00Z' })).toEqual([]);
    expect(known(events, { publicAt: '2019-03-02T09:00:00Z' })).toEqual(['A']);
  });

  it("knows the ledger's own repairs at once", () => {
    const events = [
      held('A'),
      held('B'),
      keeping('RecordRetracted', { by: 'ledger' }),
      keeping('RecordCorrected', {
        target: `${SUMMIT}/B`,
        patch: { occurredAt: day('2019-04-01') },
        cause: 'error',
      }),
    ];
    expect(known(events, { publicAt: '2019-03-10T00:00:00Z' })).toEqual([]);
  });

  it('knows a correction by the source from its disclosure', () => {
    const patch = { occurredAt: day('2019-03-05') };
    const events = [
      held('A'),
      keeping('RecordCorrected', { patch, cause: 'source_corrected' }, { disclosedAt: day('2019-03-03') }),
    ];
    expect(known(events, { publicAt: '2019-03-02T00:00:00Z' })).toEqual(['A']);
    expect(known(events, { publicAt: '2019-03-04T00:00:00Z' })).toEqual([]);
    expect(known(events, { publicAt: '2019-03-06T00:00:00Z' })).toEqual(['A']);
  });

  it('applies a correction whose disclosure straddles the moment, flagged', () => {
    const events = [
      held('A'),
      keeping(
        'RecordCorrected',
        { patch: { data: { title: 'Talks' } }, cause: 'new_information' },
        { disclosedAt: day('2019-03-03') },
      ),
    ];
    const [fact] = ledgerWith(...events).facts({ publicAt: '2019-03-03T12:00:00Z' });
    expect(fact).toMatchObject({ data: { title: 'Talks' }, undecided: true });
  });

  it("knows a publisher's undated retraction from when it was recorded", () => {
    const events = [held('A'), keeping('RecordRetracted', { by: 'publisher' })];
    expect(known(events, { publicAt: '2026-01-01T00:00:00.999Z' })).toEqual(['A']);
    expect(known(events, { publicAt: '2026-01-01T00:00:01Z' })).toEqual([]);
  });

  it('brings back what was retracted when the retraction is', () => {
    const events = [
      held('A'),
      keeping('RecordRetracted', { by: 'ledger' }, { recordId: 'R' }),
      keeping('RecordRetracted', { target: `${SUMMIT}/R`, by: 'ledger' }),
    ];
    expect(known(events)).toEqual(['A']);
  });
});

describe('what is known of Hanoi at the end of Wednesday', () => {
  const promise = (asked: TestMoment) =>
    ledgerWith(...hanoi)
      .facts(asked)
      .find(({ record }) => record === 'commitment-no-testing/H20');

  it('in the world holds the dinner and the promise, and no cancellation (G22)', () => {
    const ids = known(hanoi, { at: EVENING });
    expect(ids).toEqual(expect.arrayContaining(['H17', 'H18', 'H19', 'H20']));
    expect(ids).not.toContain('H38');
    expect(promise({ at: EVENING })).toMatchObject({ undecided: false });
  });

  it('to the public leaves the promise undecided (G23)', () => {
    expect(known(hanoi, { publicAt: EVENING })).toEqual(expect.arrayContaining(['H19', 'H20?']));
    expect(promise({ publicAt: EVENING })).toMatchObject({ undecided: true });
  });
});
