import type { Posting } from '../service.js';
import { actor, note, source, SummitPostings, tell } from './postings.js';

const s = new SummitPostings('x');
const evidence = { sources: [{ sourceId: 'S02', locator: 'L9', via: null, kind: 'second_hand' }] };

/** One body of every command, with more of what it may hold than a usual one. */
export const everyKindOfPosting: readonly Posting[] = [
  actor('someone', {
    kind: 'person',
    memberships: [{ org: 'us', role: 'envoy', from: '2018-05-01' }],
    description: 'An envoy',
  }),
  source('S09', 'vox'),
  s.registered({
    recordId: 'registered',
    disclosedAt: '2019-02-05',
    unknown: 'the venue',
    note: 'set up in haste',
  }),
  s.published([
    {
      itemId: 'tea',
      order: 1,
      kind: 'meal',
      title: 'Tea',
      plannedStart: '2019-02-28T09:00',
      participants: ['us'],
    },
  ]),
  s.changed('lunch', { plannedStart: '2019-02-28T12:30', timeZone: 'Asia/Ho_Chi_Minh', publisher: 'wh' }),
  s.held('lunch', {
    start: '2019-02-28T05:00:00Z',
    participants: [{ actorId: 'us.trump', attendance: 'represented_by', representedBy: 'us' }],
    extent: 'cut_short',
  }),
  s.canceled('lunch', evidence),
  s.signed('signing'),
  s.signingCanceled({ papersReady: { value: true, accordingTo: 'us', basis: [s.record('plan')] } }),
  s.outlined({ terms: [{ n: 1, issue: 'peace', content: 'peace', obligor: 'us', inExchangeFor: 'less' }] }),
  s.adopted({ parties: ['us', 'dprk'], reservations: [{ party: 'us', content: 'none of it' }] }),
  s.withdrawn('us'),
  s.concluded({ endedBy: 'us', reason: 'a quarrel' }, { onContradiction: 'contest' }),
  s.of('AnnounceFollowUp', {
    level: 'teams',
    status: 'planned',
    content: 'Talks.',
    when: '2019-03',
    place: 'Oslo',
  }),
  s.said('said', {
    occasion: { meetingId: 'lunch' },
    topic: 'pace',
    about: [s.record('plan')],
    interpreted: true,
  }),
  s.of('RecordPosition', { party: 'us', issue: 'peace', kind: 'goal', content: 'Peace.', phase: 'before' }),
  tell('RecordCommitment', {
    commitmentId: 'c',
    summitIds: ['x'],
    promisor: 'dprk',
    promisee: 'us',
    form: 'verbal',
    issue: 'testing',
    content: 'No tests.',
    deadline: '2019-12',
    attribution: 'third_party',
  }),
  tell('AssessCommitment', { commitmentId: 'c', status: 'kept', assessor: 'vox', basis: [s.record('plan')] }),
  tell('RecordPrediction', {
    predictionId: 'p',
    summitIds: ['x'],
    by: 'vox',
    claim: 'A deal.',
    probability: 0.4,
  }),
  tell('ResolvePrediction', {
    predictionId: 'p',
    outcome: 'partly',
    resolvedBy: 'vox',
    basis: [s.record('plan')],
  }),
  tell('ReportSanctions', {
    regimeId: 'r',
    imposer: 'us',
    target: 'dprk',
    status: 'in_force',
    measures: ['oil'],
  }),
  note('CorroborateRecord', { target: s.record('plan'), rendering: 'in other words' }, evidence),
  note('DisputeRecord', {
    target: s.record('plan'),
    by: 'us',
    field: 'data.items',
    counterRecord: s.record('held'),
  }),
  s.corrected(s.record('plan'), { data: { revision: 2 }, occurredAt: '2019-02-21', embargoUntil: null }),
  s.retracted(s.record('plan'), { occurredAt: '2019-03-01' }),
  note('MergeRecords', { survivor: s.record('held'), duplicates: [s.record('plan')], reason: 'The same.' }),
];
