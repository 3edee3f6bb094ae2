import { day } from '../../given.js';
import { tell, type SummitPostings } from '../postings.js';
import type { RefusalCase } from './refusal-case.js';

const next = { recordId: 'next' };
const on = (date: string) => ({ occurredAt: day(date) });

const promised = (s: SummitPostings, data: object = {}, over: object = {}) =>
  tell(
    'RecordCommitment',
    {
      commitmentId: s.id,
      summitIds: [s.id],
      promisor: 'dprk',
      promisee: 'us',
      form: 'verbal',
      issue: 'testing',
      content: 'No tests.',
      attribution: 'third_party',
      ...data,
    },
    { recordId: 'promised', ...over },
  );

const assessed = (s: SummitPostings, data: object = {}, over: object = {}) =>
  tell(
    'AssessCommitment',
    { commitmentId: s.id, status: 'kept', assessor: 'vox', basis: [s.record('plan')], ...data },
    over,
  );

const foretold = (s: SummitPostings, data: object = {}, over: object = {}) =>
  tell(
    'RecordPrediction',
    { predictionId: s.id, summitIds: [s.id], by: 'vox', claim: 'There will be a deal.', ...data },
    { recordId: 'foretold', ...over },
  );

const resolved = (s: SummitPostings, data: object = {}, over: object = {}) =>
  tell(
    'ResolvePrediction',
    { predictionId: s.id, outcome: 'defied', resolvedBy: 'cnbc', basis: [s.record('plan')], ...data },
    { recordId: 'resolved', ...over },
  );

const sanctioned = (s: SummitPostings, status: string, date: string) =>
  tell(
    'ReportSanctions',
    { regimeId: s.id, imposer: 'us', target: 'dprk', status },
    { recordId: status, ...on(date) },
  );

export const statements: readonly RefusalCase[] = [
  [
    'a statement without words',
    422,
    'words_required',
    (s) => ({ when: s.said(s.id, { quotes: undefined }) }),
  ],
  [
    'a refusal to answer nothing',
    422,
    'question_required',
    (s) => ({ when: s.said(s.id, { form: 'declined_to_answer', quotes: undefined }) }),
  ],
  [
    'a quote of 601 characters',
    422,
    'quote_too_long',
    (s) => ({ when: s.said(s.id, { quotes: ['q'.repeat(601)] }) }),
  ],
  [
    'the same words at the same time',
    409,
    'possible_duplicate',
    (s) => ({
      given: [s.said(`${s.id}-1`, { quotes: [`“Real progress” at ${s.id}.`] })],
      when: s.said(`${s.id}-2`, { quotes: [`REAL progress, at ${s.id}`] }),
      inTheWay: [`statement-${s.id}-1/said`],
    }),
  ],
  [
    'a statement whose id is taken',
    409,
    'record_exists',
    (s) => ({
      given: [s.said(s.id)],
      when: s.said(s.id, { quotes: ['Something else.'] }, next),
      inTheWay: [`statement-${s.id}/said`],
    }),
  ],
];

export const positions: readonly RefusalCase[] = [
  [
    'a position of no party',
    422,
    'not_a_party',
    (s) => ({
      when: s.of('RecordPosition', { party: 'vn', issue: 'peace', kind: 'goal', content: 'Peace.' }),
    }),
  ],
  ['a promise to oneself', 400, 'invalid', (s) => ({ when: promised(s, { promisee: 'dprk' }) })],
  [
    'a promise told by another as one’s own',
    422,
    'account_mismatch',
    (s) => ({ when: promised(s, { attribution: 'self' }) }),
  ],
  ['an assessment of no commitment', 404, 'unknown_commitment', (s) => ({ when: assessed(s) })],
  [
    'an assessment older than the commitment',
    422,
    'before_commitment',
    (s) => ({ given: [promised(s)], when: assessed(s, {}, on('2019-02-01')) }),
  ],
  [
    'an assessment that rests on nothing',
    422,
    'basis_required',
    (s) => ({ given: [promised(s)], when: assessed(s, { basis: [] }) }),
  ],
  [
    'an assessment that rests on what is not there',
    404,
    'unknown_record',
    (s) => ({
      given: [promised(s)],
      when: assessed(s, { basis: [s.record('nothing')] }),
      inTheWay: [s.record('nothing')],
    }),
  ],
  [
    'sanctions that continue after they were lifted',
    409,
    'contradicts_record',
    (s) => ({
      given: [sanctioned(s, 'lifted', '2019-02-20')],
      when: sanctioned(s, 'continues', '2019-02-28'),
      inTheWay: [`sanctions-${s.id}/lifted`],
    }),
  ],
];

export const predictions: readonly RefusalCase[] = [
  [
    'a prediction made after the outcome',
    422,
    'hindsight',
    (s) => ({
      given: [s.concluded({}, on('2019-02-27'))],
      when: foretold(s, { about: [s.record('concluded')] }, on('2019-02-28')),
      inTheWay: [s.record('concluded')],
    }),
  ],
  ['a resolution of no prediction', 404, 'unknown_prediction', (s) => ({ when: resolved(s) })],
  [
    'a second resolution',
    409,
    'prediction_already_resolved',
    (s) => ({
      given: [foretold(s), resolved(s)],
      when: resolved(s, {}, next),
      inTheWay: [`prediction-${s.id}/resolved`],
    }),
  ],
  [
    'a resolution that rests on nothing',
    422,
    'basis_required',
    (s) => ({ given: [foretold(s)], when: resolved(s, { basis: undefined }) }),
  ],
  [
    'a resolution that rests on what was retracted',
    422,
    'basis_retracted',
    (s) => ({
      given: [foretold(s), s.retracted(s.record('plan'))],
      when: resolved(s),
      inTheWay: [s.record('plan')],
    }),
  ],
  [
    'a resolution older than the prediction',
    422,
    'before_prediction',
    (s) => ({ given: [foretold(s)], when: resolved(s, {}, on('2019-02-01')) }),
  ],
];
