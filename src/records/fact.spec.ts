import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day, fact, ledgerOf, note, type TestEvent } from '../../test/given.js';
import { histories } from '../../test/histories.js';
import { Dossiers, targetsOf } from './dossier.js';
import { factOf, standingOf, type Applies, type Fact, type Standing } from './fact.js';
import { isOf, recorded, type Recorded } from './recorded.js';

const stream = 'summit-s';
const concluded = (recordId: string, over: object = {}) =>
  fact(
    stream,
    'SummitConcluded',
    { summitId: 's', manner: 'cut_short', agreement: 'none' },
    { recordId, ...over },
  );
const retracted = (target: string, recordId: string) =>
  note(
    stream,
    'RecordRetracted',
    { target: `${stream}/${target}`, reason: 'wrong', by: 'ledger' },
    { recordId },
  );
const corrected = (target: string, recordId: string, patch: object) =>
  note(
    stream,
    'RecordCorrected',
    { target: `${stream}/${target}`, patch, reason: 'misread', cause: 'error' },
    { recordId },
  );
const merged = (survivor: string, duplicate: string, recordId: string) =>
  note(
    stream,
    'RecordsMerged',
    { survivor: `${stream}/${survivor}`, duplicates: [`${stream}/${duplicate}`], reason: 'the same' },
    { recordId },
  );

function shelfOf(events: readonly TestEvent[]): Dossiers {
  return Dossiers.of(ledgerOf(events).map(recorded));
}

function read(recordId: string, events: readonly TestEvent[], applies?: Applies) {
  const dossier = shelfOf(events).find(`${stream}/${recordId}`);
  if (!dossier) throw new Error(`no record ${recordId}`);
  return { standing: standingOf(dossier, applies), fact: factOf(dossier, applies) };
}

const standing = (recordId: string, ...events: TestEvent[]): Standing => read(recordId, events).standing;
const wording = (recordId: string, ...events: TestEvent[]): Fact => read(recordId, events).fact;

describe('a record', () => {
  it('stands until it is retracted', () => {
    expect(standing('A', concluded('A'))).toBe('effective');
    expect(standing('A', concluded('A'), retracted('A', 'R'))).toBe('retracted');
  });

  it('stands again when its retraction is retracted, and so on', () => {
    const chain = [concluded('A'), retracted('A', 'R1'), retracted('R1', 'R2')];
    expect(standing('A', ...chain)).toBe('effective');
    expect(standing('A', ...chain, retracted('R2', 'R3'))).toBe('retracted');
    expect(standing('A', ...chain, retracted('A', 'R4'))).toBe('retracted');
  });

  it('is read in no time after a long chain of retractions', () => {
    const chain = Array.from({ length: 200 }, (_, i) => retracted(i === 0 ? 'A' : `R${i - 1}`, `R${i}`));
    expect(standing('A', concluded('A'), ...chain)).toBe('effective');
    expect(standing('A', concluded('A'), ...chain.slice(1))).toBe('effective');
    expect(standing('A', concluded('A'), ...chain.slice(0, 199))).toBe('retracted');
  });

  it('reads as it was corrected last', () => {
    const history = [
      concluded('A'),
      corrected('A', 'C1', { data: { manner: 'as_planned', reason: 'tired' }, certainty: 'implied' }),
      corrected('A', 'C2', { data: { manner: 'extended' }, occurredAt: { to: null } }),
    ];
    expect(wording('A', ...history)).toMatchObject({
      data: { manner: 'extended', reason: 'tired', agreement: 'none' },
      certainty: 'implied',
      occurredAt: { from: day('2019-02-28').from, to: null },
      corrections: [`${stream}/C1`, `${stream}/C2`],
    });
  });

  it('reads as before when its correction is retracted', () =>
    expect(
      wording(
        'A',
        concluded('A'),
        corrected('A', 'C', { data: { manner: 'extended' } }),
        retracted('C', 'R'),
      ),
    ).toMatchObject({ data: { manner: 'cut_short' }, corrections: [] }));

  it('reads as its correction was corrected, in the place of that correction', () => {
    const history = [
      concluded('A'),
      corrected('A', 'C1', { data: { manner: 'as_planned', reason: 'tired' } }),
      corrected('A', 'C2', { data: { manner: 'extended' } }),
      corrected('C1', 'C3', { data: { patch: { data: { reason: 'in a hurry', manner: 'called_off' } } } }),
    ];
    expect(wording('A', ...history)).toMatchObject({
      data: { manner: 'extended', reason: 'in a hurry' },
      corrections: [`${stream}/C1`, `${stream}/C2`],
    });
    expect(wording('A', ...history, retracted('C3', 'R')).data).toMatchObject({ reason: 'tired' });
  });

  it('loses what a correction takes back', () => {
    const disclosed = concluded('A', {
      disclosedAt: day('2019-03-01'),
      embargoUntil: '2019-03-02T00:00:00Z',
    });
    const lifted = wording('A', disclosed, corrected('A', 'C', { disclosedAt: null, embargoUntil: null }));
    expect(lifted).not.toHaveProperty('disclosedAt');
    expect(lifted).not.toHaveProperty('embargoUntil');
  });

  it('loses what a correction of its retraction takes back', () => {
    const retraction = {
      ...retracted('A', 'R'),
      body: { ...retracted('A', 'R').body, disclosedAt: day('2019-03-01') },
    };
    const history = [concluded('A'), retraction, corrected('R', 'C', { disclosedAt: null })];
    const isDisclosed: Applies = ({ type, body }) =>
      type === 'RecordCorrected' || body.disclosedAt ? 'yes' : 'no';
    expect(read('A', history.slice(0, 2), isDisclosed).standing).toBe('retracted');
    expect(read('A', history, isDisclosed).standing).toBe('effective');
  });

  it('carries what others tell and dispute, as long as that stands', () => {
    const target = `${stream}/A`;
    const history = [
      concluded('A'),
      note(stream, 'RecordCorroborated', { target, rendering: 'cut off' }, { recordId: 'K', sources: [] }),
      note(stream, 'RecordDisputed', { target, by: 'dprk' }, { recordId: 'D' }),
    ];
    expect(wording('A', ...history)).toMatchObject({
      corroborations: [{ record: `${stream}/K`, rendering: 'cut off' }],
      disputes: [{ record: `${stream}/D`, by: 'dprk' }],
    });
    expect(wording('A', ...history, retracted('K', 'R1'), retracted('D', 'R2'))).toMatchObject({
      corroborations: [],
      disputes: [],
    });
  });

  it('is merged away until the merge is retracted', () => {
    const history = [concluded('A'), concluded('B'), merged('A', 'B', 'M')];
    expect(standing('A', ...history)).toBe('effective');
    expect(standing('B', ...history)).toBe('merged');
    expect(standing('B', ...history, retracted('M', 'R'))).toBe('effective');
  });

  it('keeps what was written while it was merged away', () =>
    expect(
      wording(
        'B',
        concluded('A'),
        concluded('B'),
        merged('A', 'B', 'M'),
        corrected('B', 'C', { data: { manner: 'extended' } }),
        retracted('M', 'R'),
      ).data,
    ).toMatchObject({ manner: 'extended' }));

  it('reads as if what does not apply were not there, and is flagged by what may', () => {
    const history = [concluded('A'), corrected('A', 'C', { certainty: 'implied' })];
    expect(read('A', history, () => 'no').fact).toMatchObject({ certainty: 'explicit', undecided: false });
    expect(read('A', history, () => 'undecided').fact).toMatchObject({
      certainty: 'implied',
      undecided: true,
    });
  });

  it('is flagged by what may restore it, or word its correction anew', () => {
    const mayApply =
      (recordId: string): Applies =>
      ({ address }) =>
        address === `${stream}/${recordId}` ? 'undecided' : 'yes';
    const restored = [concluded('A'), retracted('A', 'R1'), retracted('R1', 'R2')];
    expect(read('A', restored, mayApply('R2'))).toMatchObject({
      standing: 'effective',
      fact: { undecided: true },
    });
    const again = { data: { patch: { certainty: 'explicit' } } };
    const reworded = [
      concluded('A'),
      corrected('A', 'C1', { certainty: 'implied' }),
      corrected('C1', 'C2', again),
    ];
    expect(read('A', reworded, mayApply('C2')).fact.undecided).toBe(true);
  });
});

describe('standing', () => {
  /** Told again without dossiers: a record stands unless something that stands retracts it or merges it away. */
  function stands(record: Recorded, all: readonly Recorded[]): Standing {
    const live = all.filter((other) => other !== record && targetsAt(other, record, all));
    if (live.some((other) => other.type === 'RecordRetracted')) return 'retracted';
    const isMerged = live.some(
      (other) => isOf('RecordsMerged', other) && other.body.data.duplicates.includes(record.address),
    );
    return isMerged ? 'merged' : 'effective';
  }

  function targetsAt(other: Recorded, record: Recorded, all: readonly Recorded[]): boolean {
    return (
      Number(other.position) > Number(record.position) &&
      targetsOf(other).includes(record.address) &&
      stands(other, all) === 'effective'
    );
  }

  it('is that of the rule, whatever was recorded', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const all = ledgerOf(events).map(recorded);
        const shelf = Dossiers.of(all);
        for (const record of all) {
          const dossier = shelf.find(record.address);
          expect(dossier && standingOf(dossier)).toBe(stands(record, all));
        }
      }),
      { numRuns: 200 },
    );
  });
});
