import { describe, expect, it } from '@jest/globals';
import { day, fact, type TestEvent } from '../../../test/given.js';
import { h, hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { outcome } from './outcome.js';

const ofHanoi = (more: TestEvent[] = []) =>
  ledgerWith(...hanoi, ...more).shows(outcome, { summitId: 'hanoi-2019' });
const onHanoi = (type: TestEvent['type'], data: object, over: object = {}): TestEvent =>
  fact(
    'summit-hanoi-2019',
    type,
    { summitId: 'hanoi-2019', ...data },
    { occurredAt: day('2019-03-05'), ...over },
  );

describe('the outcome of Hanoi', () => {
  it('is no agreement, cut short, with the signing canceled and the reasons with whose account they are (G4)', () =>
    expect(ofHanoi()).toMatchObject({
      title: 'Second Trump-Kim summit',
      days: '2019-02-27/2019-02-28',
      manner: 'cut_short',
      agreement: 'none',
      endedBy: 'us.trump',
      calledOff: false,
      contested: false,
      agreementsConcluded: [],
      signing: {
        itemId: 'signing',
        outcome: 'canceled',
        canceledBy: 'us.trump',
        papersReady: { value: true, accordingTo: 'us.trump', basis: ['statement-trump-papers/H46'] },
      },
      reasons: [
        { accordingTo: 'us.trump', itemId: 'signing', record: 'summit-hanoi-2019/H38' },
        { accordingTo: 'cnbc', itemId: 'hanoi-2019', record: 'summit-hanoi-2019/H40' },
      ],
    }));

  it('names what was said of the summit, and not of a promise made at it', () =>
    expect(
      ofHanoi()
        .assessments.map((address) => address.slice(address.indexOf('/') + 1))
        .sort(),
    ).toEqual('H48 H49 H64 H65 H66 H69 H71'.split(' ')));

  it('leaves leaders without a plan and expects teams to meet, at no date (G15)', () =>
    expect(ofHanoi().followUp).toMatchObject([
      { level: 'leaders', status: 'not_planned', record: h('H50')[0] },
      { level: 'teams', status: 'expected', when: null, place: null, accordingTo: 'us.sanders' },
    ]));

  it('shows at each level what was announced last', () => {
    const later = onHanoi('FollowUpAnnounced', {
      level: 'leaders',
      status: 'planned',
      content: 'a third summit',
    });
    expect(ofHanoi([later]).followUp).toMatchObject([
      { level: 'leaders', status: 'planned' },
      { level: 'teams' },
    ]);
  });

  it('shows a signing after all beside the conclusion without agreement', () => {
    const signed = onHanoi('SigningHeld', {
      agreements: [{ agreementId: 'late', title: 'Late' }],
      signatories: [],
    });
    expect(ofHanoi([signed])).toMatchObject({
      agreement: 'none',
      agreementsConcluded: ['late'],
      signings: [{ outcome: 'canceled' }, { itemId: null, outcome: 'held' }],
    });
  });

  it('is called off with the root item', () => {
    const off = onHanoi('MeetingCanceled', { itemId: 'hanoi-2019', announced: true, reason: 'a letter' });
    expect(ofHanoi([off])).toMatchObject({ calledOff: true, reasons: [{}, { text: 'a letter' }, {}] });
  });

  it('is open before the summit', () => {
    const before = ledgerWith(...hanoi).shows(
      outcome,
      { summitId: 'hanoi-2019' },
      { at: '2019-02-01T00:00:00Z' },
    );
    expect(before).toMatchObject({ manner: null, agreement: null, endedBy: null, reasons: [] });
  });
});
