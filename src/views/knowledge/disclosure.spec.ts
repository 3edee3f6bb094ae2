import { describe, expect, it } from '@jest/globals';
import { day, fact, note, type TestEvent } from '../../../test/given.js';
import { ledgerWith } from '../../../test/ledger-with.js';

const DPRK = 'position-hanoi-2019:dprk';
const wanted = (over: object = {}, basis?: string[]): TestEvent => {
  const data = {
    summitId: 'hanoi-2019',
    party: 'dprk',
    issue: 'sanctions',
    kind: 'demand',
    content: 'lifted',
  };
  return fact(DPRK, 'PositionTaken', { ...data, ...(basis && { basis }) }, { recordId: 'P', ...over });
};
const said = (id: string, occurredAt: object): TestEvent =>
  fact(`statement-${id}`, 'StatementIssued', { statementId: id }, { recordId: id, occurredAt });
const source = (publishedAt: string, sourceId = 'S01'): TestEvent =>
  note(`source-${sourceId}`, 'SourceRegistered', { sourceId, kind: 'article', publishedAt });
const member = (actorId: string, ...orgs: string[]): TestEvent =>
  note(`actor-${actorId}`, 'ActorRegistered', {
    actorId,
    kind: 'person',
    names: [actorId],
    memberships: orgs.map((org) => ({ org, role: 'member' })),
  });

function disclosed(...events: TestEvent[]) {
  return ledgerWith(...events)
    .facts()
    .find(({ record }) => record === `${DPRK}/P`)?.disclosedAt;
}

describe('the default of disclosedAt', () => {
  it('is when it happened, for a position told by the party or by somebody of it', () => {
    expect(disclosed(wanted({ accordingTo: 'dprk' }))).toEqual(day('2019-02-28'));
    expect(
      disclosed(member('ri', 'ministry'), member('ministry', 'dprk'), wanted({ accordingTo: 'ri' })),
    ).toEqual(day('2019-02-28'));
  });

  it('is that of the basis which became public first, for a position told by another', () => {
    const bases = [said('a', day('2019-03-03')), said('b', day('2019-03-02'))];
    expect(disclosed(...bases, wanted({}, ['statement-a/a', 'statement-b/b', 'statement-c/c']))).toEqual(
      day('2019-03-02'),
    );
  });

  it('is the first publication among its sources where no basis is on record', () => {
    const sources = [{ sourceId: 'S01' }, { sourceId: 'S02' }];
    const published = [source('2019-03-01'), source('2019-02-28T20:15:00Z', 'S02')];
    expect(disclosed(...published, wanted({ sources }, ['statement-c/c']))).toMatchObject({
      from: '2019-02-28T20:15:00+00:00',
      to: '2019-02-28T20:16:00+00:00',
    });
  });

  it('takes a date of publication for one anywhere on Earth', () =>
    expect(disclosed(source('2019-03-01'), wanted())).toMatchObject({
      from: '2019-02-28T10:00:00Z',
      to: '2019-03-02T12:00:00Z',
    }));

  it('has no upper bound where nothing is known', () =>
    expect(disclosed(wanted())).toMatchObject({ from: day('2019-02-28').from, to: null }));

  it('ends where positions rest on each other', () =>
    expect(disclosed(wanted({}, [`${DPRK}/P`]))).toMatchObject({ to: null }));
});
