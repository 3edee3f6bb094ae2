import { describe, expect, it } from '@jest/globals';
import { day, fact, ledgerOf, minute, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { momentOf, type TestMoment } from '../../../test/ledger-with.js';
import { Dossiers } from '../../records/dossier.js';
import { recorded } from '../../records/recorded.js';
import { recordHistory, type RecordHistory } from './record-history.js';

function history(address: string, events: readonly TestEvent[], asked: TestMoment = {}): RecordHistory {
  const dossiers = Dossiers.of(ledgerOf(events).map(recorded));
  const dossier = dossiers.find(address);
  if (!dossier) throw new Error(`${address} is not among the events`);
  return recordHistory(dossier, [...dossiers.all()], momentOf(asked, events.length));
}

const STREAM = 'statement-a';
const A = `${STREAM}/A`;
const said = fact(
  STREAM,
  'StatementIssued',
  { statementId: 'a', speaker: 'us.trump', paraphrase: 'one' },
  { recordId: 'A' },
);
const corrected = (recordId: string, target: string, patch: object, over: object = {}): TestEvent =>
  note(
    STREAM,
    'RecordCorrected',
    { target, patch, reason: `because of ${recordId}`, cause: 'error' },
    { recordId, ...over },
  );
const retracted = (recordId: string, target: string): TestEvent =>
  note(STREAM, 'RecordRetracted', { target, reason: `because of ${recordId}`, by: 'ledger' }, { recordId });

describe('the history of a record', () => {
  it('holds every version with who, when and why', () => {
    const events = [
      said,
      corrected('C', A, { data: { paraphrase: 'two' } }),
      corrected('CC', `${STREAM}/C`, { data: { patch: { data: { paraphrase: 'three' } } } }),
      retracted('R', A),
      retracted('RR', `${STREAM}/R`),
    ];
    expect(history(A, events)).toMatchObject({
      standing: 'effective',
      reads: { data: { paraphrase: 'three' } },
      versions: [
        {
          version: 1,
          record: A,
          recordedBy: 'test',
          standing: 'effective',
          reads: { data: { paraphrase: 'one' } },
        },
        {
          version: 2,
          record: `${STREAM}/C`,
          reason: 'because of C',
          cause: 'error',
          reads: { data: { paraphrase: 'two' } },
        },
        { version: 3, type: 'RecordCorrected', reads: { data: { paraphrase: 'three' } } },
        { version: 4, type: 'RecordRetracted', standing: 'retracted', by: 'ledger' },
        { version: 5, recordedAt: '2026-01-01T00:00:04.000Z', standing: 'effective' },
      ],
    });
  });

  it('reads as the public knew it, with every version of the ledger', () => {
    const news = corrected('C', A, { data: { paraphrase: 'two' } }, { disclosedAt: day('2019-03-10') });
    const told = { ...news, body: { ...news.body, data: { ...news.body.data, cause: 'new_information' } } };
    expect(history(A, [said, told], { publicAt: '2019-03-01T00:00:00Z' })).toMatchObject({
      reads: { data: { paraphrase: 'one' } },
      versions: [{ version: 1 }, { version: 2 }],
    });
  });

  it('names corroborations and disputes, which make no version', () => {
    const heard = note(
      STREAM,
      'RecordCorroborated',
      { target: A, rendering: 'uno' },
      { recordId: 'K', sources: [{ sourceId: 'S02', locator: 'p. 1' }] },
    );
    const denied = note(STREAM, 'RecordDisputed', { target: A, by: 'dprk' }, { recordId: 'D' });
    expect(history(A, [said, heard, denied])).toMatchObject({
      corroborations: [
        { record: `${STREAM}/K`, rendering: 'uno', provenance: [{ sourceId: 'S02', locator: 'p. 1' }] },
      ],
      disputes: [{ record: `${STREAM}/D`, by: 'dprk' }],
      versions: [{ version: 1 }],
    });
  });

  it('names the record that stands for it, and those that it stands for', () => {
    const twin = fact(
      'statement-b',
      'StatementIssued',
      { statementId: 'b' },
      {
        recordId: 'B',
        sources: [{ sourceId: 'S02' }],
      },
    );
    const merged = note(STREAM, 'RecordsMerged', {
      survivor: A,
      duplicates: ['statement-b/B'],
      reason: 'one',
    });
    expect(history('statement-b/B', [said, twin, merged])).toMatchObject({
      standing: 'merged',
      mergedInto: A,
    });
    expect(history(A, [said, twin, merged])).toMatchObject({
      duplicates: ['statement-b/B'],
      provenance: [{ sourceId: 'S01' }, { sourceId: 'S02' }],
    });
  });

  it('is told of a record about a record too', () =>
    expect(history(`${STREAM}/R`, [said, retracted('R', A), retracted('RR', `${STREAM}/R`)])).toMatchObject({
      type: 'RecordRetracted',
      standing: 'retracted',
    }));
});

describe('where a record comes from', () => {
  it('is the chain of its sources, to the one that was seen', () => {
    const cited = fact(
      STREAM,
      'StatementIssued',
      { statementId: 'a' },
      { recordId: 'A', sources: [{ sourceId: 'S02' }] },
    );
    expect(history(A, [...hanoi, cited]).provenance).toMatchObject([
      {
        sourceId: 'S02',
        secondHand: true,
        chain: [
          { sourceId: 'S02', publisher: 'us.white-house', kind: 'schedule' },
          { sourceId: 'S01', publisher: 'cnbc', kind: 'article' },
        ],
      },
    ]);
  });

  it('ends where sources name one another, or are not on record', () => {
    const circle = [
      note('source-X', 'SourceRegistered', { sourceId: 'X', kind: 'post', via: 'Y' }),
      note('source-Y', 'SourceRegistered', { sourceId: 'Y', kind: 'post', via: 'X' }),
    ];
    const cited = (sourceId: string) =>
      fact(STREAM, 'StatementIssued', { statementId: 'a' }, { recordId: 'A', sources: [{ sourceId }] });
    expect(history(A, [...circle, cited('X')]).provenance[0]?.chain.map((link) => link.sourceId)).toEqual([
      'X',
      'Y',
    ]);
    expect(history(A, [cited('Z')]).provenance).toMatchObject([
      { secondHand: false, chain: [{ kind: null }] },
    ]);
  });
});

describe('who knew a record when', () => {
  it('tells those who were there, the public and the ledger apart', () =>
    expect(history('commitment-no-testing/H20', hanoi)).toMatchObject({
      happened: '2019-02-27 (over dinner on Wednesday)',
      knownTo: [
        { who: ['us.trump', 'dprk.kim'], from: '2019-02-27' },
        { who: 'public', from: null, by: 'publication of S01' },
        { who: 'ledger', from: '2026-01-01T00:00:47.000Z' },
      ],
    }));

  it('waits for the end of an embargo', () => {
    const held = (over: object) =>
      fact(
        'summit-s',
        'MeetingHeld',
        { participants: [{ actorId: 'us.trump' }, { actorId: 'dprk.kim', attendance: 'absent' }] },
        { recordId: 'M', occurredAt: minute('2019-02-28T02:00:00Z'), ...over },
      );
    expect(history('summit-s/M', [held({ embargoUntil: '2019-03-01T00:00:00Z' })]).knownTo).toMatchObject([
      { who: ['us.trump'] },
      { who: 'public', from: '2019-03-01T00:00:00Z', by: 'end of embargo' },
      { who: 'ledger' },
    ]);
    expect(history('summit-s/M', [held({})]).knownTo).toMatchObject([
      { who: ['us.trump'] },
      { who: 'public', from: '2019-02-28T02:00:00Z' },
      { who: 'ledger' },
    ]);
  });
});
