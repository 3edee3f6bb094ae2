import { minute } from '../../given.js';
import { tell } from '../../http/postings.js';
import type { Posting } from '../../service.js';
import { at, clockOf, dateOf, DAYS, of, SPEAKERS } from './telling.js';
import type { Chance } from './chance.js';

/** What the parties wanted, how sanctions stood, and what was adopted. */
export function wanted(chance: Chance): Posting[] {
  const positions = Array.from({ length: 400 }, (_, n) =>
    of(
      'RecordPosition',
      {
        party: chance.of(['us', 'dprk']),
        issue: `issue-${chance.below(8)}`,
        kind: 'goal',
        content: `wish ${n}`,
      },
      { ...at(dateOf(chance.below(DAYS))), recordId: `wish${n}` },
    ),
  );
  const sanctions = Array.from({ length: 100 }, (_, n) =>
    tell(
      'ReportSanctions',
      {
        regimeId: `regime${n % 5}`,
        summitIds: ['x'],
        imposer: 'us',
        target: 'dprk',
        status: chance.of(['in_force', 'continues', 'eased']),
      },
      { occurredAt: minute(`2019-02-20T${clockOf(chance.below(1_400))}:00Z`), recordId: `report${n}` },
    ),
  );
  const adopted = of(
    'RecordAgreementAdopted',
    { agreementId: 'accord', mode: 'consensus', parties: 'all' },
    { ...at('2019-02-27'), recordId: 'adopted' },
  );
  return [...positions, ...sanctions, adopted];
}

/** What was promised and foretold, and how each was judged. */
export function judged(chance: Chance): Posting[] {
  const promises = Array.from({ length: 150 }, (_, n) =>
    tell(
      'RecordCommitment',
      {
        commitmentId: `c${n}`,
        summitIds: ['x'],
        promisor: 'us',
        promisee: 'dprk',
        form: 'verbal',
        issue: 'peace',
        content: `promise ${n}`,
        attribution: 'third_party',
      },
      { ...at('2019-02-18'), recordId: `promise${n}` },
    ),
  );
  const assessments = Array.from({ length: 250 }, (_, n) =>
    tell(
      'AssessCommitment',
      {
        commitmentId: `c${chance.below(150)}`,
        status: chance.of(['stalled', 'kept', 'broken']),
        assessor: 'vox',
        basis: ['summit-x/adopted'],
      },
      { occurredAt: minute(`2019-03-01T${clockOf(n)}:00Z`), recordId: `judged${n}` },
    ),
  );
  const predictions = Array.from({ length: 400 }, (_, n) =>
    tell(
      'RecordPrediction',
      {
        predictionId: `p${n}`,
        summitIds: ['x'],
        by: `speaker.${chance.below(SPEAKERS)}`,
        claim: `claim ${n}`,
      },
      { ...at('2019-02-10'), recordId: `claim${n}` },
    ),
  );
  const resolved = Array.from({ length: 250 }, (_, n) =>
    tell(
      'ResolvePrediction',
      {
        predictionId: `p${n}`,
        outcome: chance.of(['fulfilled', 'partly', 'defied', 'unresolvable']),
        resolvedBy: 'vox',
        basis: ['summit-x/adopted'],
      },
      { ...at('2019-03-02'), recordId: `came${n}` },
    ),
  );
  return [...promises, ...assessments, ...predictions, ...resolved];
}

export function said(chance: Chance, count: number): Posting[] {
  return Array.from({ length: count }, (_, n) =>
    tell(
      'RecordStatement',
      {
        statementId: `q${n}`,
        summitIds: ['x'],
        speaker: `speaker.${chance.below(SPEAKERS)}`,
        genre: 'statement',
        form: 'quote',
        quotes: [`remark${n} about word${chance.below(50)}`],
      },
      { ...at(dateOf(chance.below(DAYS))), recordId: `said${n}` },
    ),
  );
}
