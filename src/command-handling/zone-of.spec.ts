import { describe, expect, it } from '@jest/globals';
import type { EventType } from '../../events/index.js';
import { account, fact, ledgerOf, note, type TestEvent } from '../../test/given.js';
import { registered } from '../../test/summit-x.js';
import { ChangeScheduleItem } from '../summit/change-schedule-item.js';
import { RegisterSummit } from '../summit/register-summit.js';
import { parse } from './parse.js';
import { StreamState } from './stream-state.js';
import { DecisionContext } from './decision-context.js';
import { summitsOf, zoneOf } from './zone-of.js';

const promised = fact(
  'commitment-c1',
  'CommitmentMade',
  {
    commitmentId: 'c1',
    summitIds: ['x'],
    promisor: 'dprk',
    promisee: 'us',
    form: 'verbal',
    issue: 'testing',
    content: 'no testing',
    attribution: 'third_party',
  },
  { recordId: 'made' },
);
const judgement = { commitmentId: 'c1', status: 'kept', assessor: 'us', basis: ['summit-x/H1'] };
const retracted = note('commitment-c1', 'RecordRetracted', {
  target: 'commitment-c1/made',
  reason: 'wrong',
  by: 'ledger',
});

const stateOf = (...events: TestEvent[]) =>
  new StreamState(events[0]?.stream ?? '').take(
    ledgerOf(events).map((event, revision) => ({ ...event, revision })),
  );
const summits = (type: EventType, data: object, ...events: TestEvent[]) =>
  summitsOf(type, data, stateOf(...events));

describe('the summit in whose zone a text is read (rule 2.6.5)', () => {
  it('is the one that the command names', () => {
    expect(summits('SummitConcluded', { summitId: 'x' })).toEqual(['x']);
    expect(summits('StatementIssued', { summitIds: ['x', 'y'] })).toEqual(['x', 'y']);
  });

  it('is none where the command names none, whatever its stream says', () =>
    expect(summits('CommitmentMade', { commitmentId: 'c1', summitIds: [] }, promised)).toEqual([]));

  it('is, of a judgement, that of the commitment', () =>
    expect(summits('CommitmentAssessed', judgement, promised)).toEqual(['x']));

  it('is, of a record about another, that of the other', () => {
    const assessed = fact('commitment-c1', 'CommitmentAssessed', judgement, { recordId: 'kept' });
    expect(summits('RecordCorrected', { target: 'commitment-c1/made' }, promised)).toEqual(['x']);
    expect(
      summits('RecordsMerged', { survivor: 'commitment-c1/kept', duplicates: [] }, promised, assessed),
    ).toEqual(['x']);
  });

  it('is that of a record that does not count any more', () => {
    expect(summits('RecordCorrected', { target: 'commitment-c1/made' }, promised, retracted)).toEqual(['x']);
    expect(summits('RecordCorrected', { target: 'commitment-c1/1' }, promised, retracted)).toEqual(['x']);
  });
});

describe('the zone of a text', () => {
  const context = new DecisionContext(new Map([['summit-x', stateOf(registered)]]));
  const metadata = { receivedAt: 0, recordedBy: 'test', bodyHash: '' };

  it('is the summit’s, also where an item is planned in another', () => {
    const change = { summitId: 'x', itemId: 'lunch', change: 'moved', announcedBy: 'us', timeZone: '+09:00' };
    const command = Object.assign(parse(ChangeScheduleItem, { ...account, data: change }), { metadata });
    expect(zoneOf(command, ['x'], context)).toBe('Asia/Ho_Chi_Minh');
  });

  it('is that of the summit that is about to be registered', () => {
    const data = {
      summitId: 'y',
      title: 'Y',
      parties: ['us', 'dprk'],
      place: 'Vienna',
      timeZone: 'Europe/Vienna',
    };
    const command = Object.assign(parse(RegisterSummit, { ...account, data }), { metadata });
    expect(zoneOf(command, ['y'], context)).toBe('Europe/Vienna');
  });

  it('is not known without a summit', () => {
    const change = { summitId: 'x', itemId: 'lunch', change: 'moved', announcedBy: 'us' };
    const command = Object.assign(parse(ChangeScheduleItem, { ...account, data: change }), { metadata });
    expect(zoneOf(command, [], context)).toBeNull();
  });
});
