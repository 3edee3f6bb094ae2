import { describe, expect, it } from '@jest/globals';
import { day, fact, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { agreements } from './agreements.js';

const stream = 'summit-s';
const summit = fact(stream, 'SummitRegistered', {
  summitId: 's',
  title: 'S',
  parties: ['a', 'b', 'c'],
  place: 'P',
  timeZone: 'UTC',
});
const adopted = (over: object = {}) =>
  fact(
    stream,
    'AgreementAdopted',
    { summitId: 's', agreementId: 'x', mode: 'consensus', parties: 'all', ...over },
    { recordId: 'A' },
  );
const withdrawn = fact(
  stream,
  'EndorsementWithdrawn',
  { summitId: 's', agreementId: 'x', party: 'a', medium: 'tweet' },
  { recordId: 'W' },
);
const signed = fact(
  stream,
  'SigningHeld',
  {
    summitId: 's',
    agreements: [{ agreementId: 'x', title: 'Accord' }],
    signatories: [{ actorId: 'b.min', forParty: 'b' }],
  },
  { recordId: 'S', occurredAt: day('2019-06-01') },
);
const shown = (...events: TestEvent[]) =>
  ledgerWith(summit, ...events).shows(agreements, { summitId: 's' }).rows;

describe('agreements', () => {
  it('show an outline that came to nothing (G7)', () => {
    const { rows } = ledgerWith(...hanoi).shows(agreements, { summitId: 'hanoi-2019' });
    expect(rows).toMatchObject([
      {
        agreementId: 'hanoi-outline-vox',
        status: 'tentative',
        reportedBy: 'vox',
        adopted: false,
        signed: false,
        records: ['summit-hanoi-2019/H16'],
      },
    ]);
    expect(rows[0]?.terms.map(({ n, exchange }) => [n, exchange])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
  });

  it('stay adopted when a party leaves them', () =>
    expect(shown(adopted(), withdrawn)).toMatchObject([
      {
        adopted: true,
        withdrawals: [{ party: 'a', medium: 'tweet', record: `${stream}/W` }],
        endorsers: ['a', 'b', 'c'],
        remaining: ['b', 'c'],
      },
    ]));

  it('are adopted in one act and signed in another', () =>
    expect(shown(adopted(), signed)).toMatchObject([
      {
        title: 'Accord',
        adoptions: [{ mode: 'consensus', parties: 'all', record: `${stream}/A` }],
        signings: [{ itemId: null, record: `${stream}/S` }],
      },
    ]));

  it('show the last outline, and the terms as adopted where those are told', () => {
    const term = (content: string) => [{ n: 1, issue: 'peace', content }];
    const outline = (content: string) =>
      fact(stream, 'AgreementOutlined', {
        summitId: 's',
        agreementId: 'x',
        reportedBy: 'cnbc',
        status: 'draft',
        terms: term(content),
      });
    const before = [outline('first'), outline('second')];
    expect(shown(...before)[0]).toMatchObject({ outlines: 2, terms: term('second') });
    expect(shown(...before, adopted({ terms: term('final') }))[0]?.terms).toMatchObject(term('final'));
  });
});
