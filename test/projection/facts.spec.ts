import { afterAll, describe, expect, it } from '@jest/globals';
import type { Dossier } from '../../src/records/dossier.js';
import { streamOf } from '../../src/records/recorded.js';
import { fact, ledgerOf, note } from '../given.js';
import { projected, removeScratchFolders } from './facts-files.js';

const said = (id: string, quote: string, summitId = 'hanoi') =>
  fact(`statement-${id}`, 'StatementIssued', {
    statementId: id,
    summitIds: [summitId],
    speaker: 'us.trump',
    genre: 'statement',
    form: 'quote',
    quotes: [quote],
  });
const met = (summitId: string) =>
  fact(`summit-${summitId}`, 'MeetingHeld', { summitId, meetingId: 'm', kind: 'meal', title: 'Dinner' });
const merge = (survivor: string, ...duplicates: string[]) =>
  note(streamOf(survivor), 'RecordsMerged', { survivor, duplicates, reason: 'same' });
const retract = (target: string) =>
  note(streamOf(target), 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' });

const addresses = (dossiers: readonly Dossier[]) => dossiers.map(({ record }) => record.address);

afterAll(removeScratchFolders);

describe('the facts of a summit', () => {
  it('are those of its stream and of all that name it, in the order of positions', () => {
    using file = projected(
      ledgerOf([
        said('q2', 'No'),
        met('singapore'),
        met('hanoi'),
        said('q1', 'Yes'),
        said('q3', 'x', 'singapore'),
      ]),
    );
    expect(addresses(file.facts.ofSummit('hanoi', '5'))).toEqual([
      'statement-q2/0',
      'summit-hanoi/0',
      'statement-q1/0',
    ]);
    expect(file.facts.streamsOfSummit('hanoi')).toEqual(['statement-q1', 'statement-q2', 'summit-hanoi']);
  });

  it('include what else lies in those streams', () => {
    using file = projected(
      ledgerOf([
        fact('commitment-c1', 'CommitmentMade', {
          commitmentId: 'c1',
          summitIds: ['hanoi'],
          promisor: 'dprk',
          promisee: 'us',
          form: 'verbal',
          issue: 'testing',
          content: 'none',
          attribution: 'self',
        }),
        fact('commitment-c1', 'CommitmentAssessed', {
          commitmentId: 'c1',
          status: 'kept',
          assessor: 'us',
          basis: ['commitment-c1/0'],
        }),
        fact('commitment-c10', 'CommitmentAssessed', {
          commitmentId: 'c10',
          status: 'kept',
          assessor: 'us',
          basis: ['commitment-c1/0'],
        }),
      ]),
    );
    expect(addresses(file.facts.ofSummit('hanoi', '3'))).toEqual(['commitment-c1/0', 'commitment-c1/1']);
    expect(
      addresses(file.facts.ofStreams(['commitment-c10', 'commitment-c1', 'commitment-c1'], '3')),
    ).toHaveLength(3);
    expect(addresses(file.facts.naming('commitment-c1/0', '3'))).toEqual([
      'commitment-c1/1',
      'commitment-c10/0',
    ]);
  });

  it('hold a merge in all that it is about, across streams', () => {
    using file = projected(
      ledgerOf([
        said('q1', 'No rush'),
        said('q2', 'No rush', 'singapore'),
        merge('statement-q1/0', 'statement-q2/0'),
        retract('statement-q1/1'),
      ]),
    );
    const [duplicate] = file.facts.ofSummit('singapore', '4');
    expect(duplicate?.keeping.map(({ record }) => record.address)).toEqual(['statement-q1/1']);
    expect(duplicate?.keeping[0]?.keeping[0]?.record.type).toBe('RecordRetracted');
    expect(file.facts.ofSummit('singapore', '2')[0]?.keeping).toEqual([]);
  });
});

describe('one record', () => {
  it('is found wherever it stands, as it was then', () => {
    using file = projected(
      ledgerOf([said('q1', 'No'), retract('statement-q1/0'), retract('statement-q1/1')]),
    );
    expect(file.facts.dossier('statement-q1/1', '3')?.keeping).toHaveLength(1);
    expect(file.facts.dossier('statement-q1/1', '2')?.keeping).toHaveLength(0);
    expect(file.facts.dossier('statement-q1/1', '1')).toBeUndefined();
    expect(file.facts.dossier('statement-q9/0', '3')).toBeUndefined();
  });
});

describe('streams of a category', () => {
  it('are listed page by page, without those that came later', () => {
    using file = projected(ledgerOf([said('b', 'x'), said('a', 'x'), met('hanoi'), said('c', 'x')]));
    expect(file.facts.streams('statement', '4', { limit: 2 })).toEqual(['statement-a', 'statement-b']);
    expect(file.facts.streams('statement', '4', { after: 'statement-b', limit: 2 })).toEqual(['statement-c']);
    expect(file.facts.streams('statement', '1', { limit: 9 })).toEqual(['statement-b']);
    expect(file.facts.streams('state', '4', { limit: 9 })).toEqual([]);
  });
});

describe('search', () => {
  const history = ledgerOf([
    said('q1', 'Sometimes you have to walk, said Kim Jong-un in Hà Nội.'),
    said('q2', 'You walk; 김정은 walks.'),
    note('statement-q2', 'RecordCorrected', {
      target: 'statement-q2/0',
      patch: { data: { quotes: ['You run.'] } },
      reason: 'x',
      cause: 'error',
    }),
    met('hanoi'),
  ]);

  it.each([
    ['you WALK', ['statement-q1/0', 'statement-q2/0']],
    ['"kim jong un" ha noi', ['statement-q1/0']],
    ['김정은', ['statement-q2/0']],
    ['you run', ['statement-q2/0']],
    ['dinner', []],
    ['wal', []],
    ['you AND NOT walk', []],
    ['"', []],
  ])('finds by %s what has all its words in some wording', (text, found) => {
    using file = projected(history);
    expect(addresses(file.facts.search(text, '4', { limit: 9 }))).toEqual(found);
  });

  it('finds the wording of the time, and page by page', () => {
    using file = projected(history);
    expect(file.facts.search('run', '2', { limit: 9 })).toEqual([]);
    expect(addresses(file.facts.search('you', '4', { limit: 1 }))).toEqual(['statement-q1/0']);
    expect(addresses(file.facts.search('you', '4', { after: '1', limit: 1 }))).toEqual(['statement-q2/0']);
  });
});

describe('reading while projecting', () => {
  it('gives the same answer as of a position before, during and after', () => {
    const history = ledgerOf([said('q1', 'No'), said('q2', 'No'), merge('statement-q1/0', 'statement-q2/0')]);
    using file = projected(history.slice(0, 2));
    const ask = () => JSON.stringify(file.facts.ofSummit('hanoi', '2'));
    const before = ask();
    let during = '';
    file.db.transaction(() => {
      file.projector.take(history);
      during = ask();
      expect(file.facts.position()).toBe('2');
    })();
    expect([during, ask()]).toEqual([before, before]);
    expect(file.facts.position()).toBe('3');
    expect(file.facts.ofSummit('hanoi', '99')[1]?.keeping).toHaveLength(1);
  });
});
