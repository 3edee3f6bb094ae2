import { describe, expect, it } from '@jest/globals';
import { day, fact, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { commitments } from './commitments.js';

const stream = 'commitment-no-testing';
const shown = (...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more).shows(commitments, { summitId: 'hanoi-2019' }).rows;
const corroborated = (accordingTo: string) =>
  note(stream, 'RecordCorroborated', { target: `${stream}/H20` }, { accordingTo });
const assessed = (status: string, recordId: string, date: string) =>
  fact(
    stream,
    'CommitmentAssessed',
    { commitmentId: 'no-testing', status, assessor: 'cnbc', basis: ['statement-cnbc-missiles/H61'] },
    { recordId, occurredAt: day(date) },
  );

describe('commitments', () => {
  it('tell a promise that only the promisee tells (G8)', () =>
    expect(shown()).toMatchObject([
      {
        commitmentId: 'no-testing',
        promisor: 'dprk.kim',
        promisee: 'us.trump',
        form: 'verbal',
        madeAt: '2019-02-27',
        attribution: 'reported_by_promisee',
        accordingTo: 'us.trump',
        confirmedByPromisor: false,
        status: 'unassessed',
        records: [`${stream}/H20`],
      },
    ]));

  it('are confirmed by the promisor alone', () => {
    expect(shown(corroborated('cnbc'))).toMatchObject([{ confirmedByPromisor: false }]);
    expect(shown(corroborated('dprk.kim'))).toMatchObject([{ confirmedByPromisor: true }]);
  });

  it('are confirmed by who belongs to the promisor', () => {
    const promise = {
      commitmentId: 'c',
      summitIds: ['hanoi-2019'],
      promisor: 'us',
      promisee: 'dprk',
      form: 'written',
      issue: 'pace',
      content: 'x',
      attribution: 'third_party',
    };
    const confirmed = note(
      'commitment-c',
      'RecordCorroborated',
      { target: 'commitment-c/0' },
      { accordingTo: 'us.sanders' },
    );
    const [, row] = shown(fact('commitment-c', 'CommitmentMade', promise), confirmed);
    expect(row).toMatchObject({ commitmentId: 'c', confirmedByPromisor: true });
  });

  it('stand as they were judged last, by the time of the judgement', () => {
    const [row] = shown(assessed('broken', 'A1', '2019-05-04'), assessed('in_the_works', 'A2', '2019-03-10'));
    expect(row).toMatchObject({
      status: 'broken',
      assessments: [{ record: `${stream}/A2` }, { record: `${stream}/A1` }],
    });
  });

  it('say which basis of a judgement does not count any more', () => {
    const retracted = note('statement-cnbc-missiles', 'RecordRetracted', {
      target: 'statement-cnbc-missiles/H61',
      reason: 'wrong',
      by: 'publisher',
    });
    const [row] = shown(assessed('kept', 'A1', '2019-05-04'), retracted);
    expect(row?.assessments).toMatchObject([{ retractedBases: ['statement-cnbc-missiles/H61'] }]);
  });

  it('keep the judgements of a commitment that was recorded twice', () => {
    const [first] = hanoi.filter((event) => event.stream === stream);
    const twin = { ...first, stream: 'commitment-twin' } as TestEvent; // the example has it
    const judged = { ...assessed('stalled', 'A1', '2019-05-04'), stream: 'commitment-twin' };
    const merged = note(stream, 'RecordsMerged', {
      survivor: `${stream}/H20`,
      duplicates: ['commitment-twin/H20'],
      reason: 'the same',
    });
    expect(shown(twin, judged, merged)).toMatchObject([{ commitmentId: 'no-testing', status: 'stalled' }]);
  });
});
