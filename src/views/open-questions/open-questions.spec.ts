import { describe, expect, it } from '@jest/globals';
import { fact, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { openQuestions, type OpenQuestion } from './open-questions.js';

const SUMMIT = 'summit-hanoi-2019';
const asked = (question: OpenQuestion['question'], ...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more)
    .shows(openQuestions, { summitId: 'hanoi-2019' })
    .rows.filter((row) => row.question === question);
const onHanoi = (recordId: string, data: object, over: object = {}): TestEvent =>
  fact(
    SUMMIT,
    'MeetingHeld',
    { summitId: 'hanoi-2019', meetingId: recordId, kind: 'other', title: 'Walk', ...data },
    {
      recordId,
      ...over,
    },
  );

describe('the open questions of Hanoi', () => {
  it('are one item without a report', () =>
    expect(asked('no_report')).toMatchObject([
      { subject: 'arrival-statements', records: [`${SUMMIT}/H03`, `${SUMMIT}/H40`] },
    ]));

  it('are the missing account of North Korea', () =>
    expect(asked('no_own_account')).toMatchObject([{ subject: 'dprk' }]));

  it('are all facts resting on one source', () => {
    expect(asked('one_source')).toMatchObject([{ subject: 'S01', text: '78 of 78 facts' }]);
    expect(asked('one_second_hand_source')).toEqual([]);
  });

  it('are open predictions that do not say by when', () => {
    const ids = asked('no_horizon').map(({ subject }) => subject);
    expect(ids).toHaveLength(9);
    expect(ids).not.toContain('P15');
  });

  it('are what accounts say that they leave open', () =>
    expect(asked('left_open')).toContainEqual({
      question: 'left_open',
      subject: `${SUMMIT}/H40`,
      text: 'clock time',
      records: [`${SUMMIT}/H40`],
    }));

  it('are no dangling links, as all records that are named are there', () =>
    expect(asked('dangling_link')).toEqual([]));
});

describe('open questions', () => {
  it('name the records that point to one that is not there', () => {
    const when = { from: null, to: null, precision: 'unknown', after: [`${SUMMIT}/H99`] };
    expect(asked('dangling_link', onHanoi('A', {}, { occurredAt: when }))).toMatchObject([
      { subject: `${SUMMIT}/H99`, records: [`${SUMMIT}/A`] },
    ]);
  });

  it('name the records that rest on one that was retracted', () => {
    const retracted = note('statement-trump-sanctions', 'RecordRetracted', {
      target: 'statement-trump-sanctions/H42',
      reason: 'misheard',
      by: 'ledger',
    });
    expect(asked('basis_retracted', retracted).map(({ subject }) => subject)).toEqual([
      'position-hanoi-2019:dprk/H43',
      'position-hanoi-2019:dprk/H44',
      'position-hanoi-2019:us/H45',
    ]);
    expect(asked('dangling_link', retracted)).toEqual([]);
  });

  it('name both records of an open dispute', () => {
    const dispute = note(SUMMIT, 'RecordDisputed', {
      target: `${SUMMIT}/H37`,
      by: 'dprk',
      counterRecord: `${SUMMIT}/A`,
    });
    expect(asked('contested', onHanoi('A', { itemId: 'lunch', kind: 'meal' }), dispute)).toMatchObject([
      { subject: `${SUMMIT}/H37` },
      { subject: `${SUMMIT}/A`, text: 'Walk' },
    ]);
  });

  it('tell a fact read at second hand from one read in the source itself', () =>
    expect(
      asked('one_second_hand_source', onHanoi('A', {}, { sources: [{ sourceId: 'S05' }] })),
    ).toMatchObject([{ subject: 'S01', text: '1 of 79 facts', records: [`${SUMMIT}/A`] }]));

  it('doubt an item that is planned outside the day of its revision', () => {
    const tea = { itemId: 'tea', order: 1, kind: 'meal', title: 'Tea', plannedStart: '2019-02-28T11:55' };
    const plan = fact(SUMMIT, 'SchedulePublished', {
      summitId: 'hanoi-2019',
      publisher: 'dprk',
      revision: 1,
      day: '2019-02-27',
      items: [tea],
    });
    expect(asked('outside_its_day', plan)).toMatchObject([
      { subject: 'tea', text: 'Tea: planned for 2019-02-28, listed for 2019-02-27' },
    ]);
  });
});
