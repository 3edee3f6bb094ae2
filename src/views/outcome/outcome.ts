import { NoParameters, view } from '../definition.js';
import type { FollowUpAnnounced, PapersReady, When } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { Programme } from '../../summit/programme.js';
import type { Conclusion } from '../../summit/programme/agreements.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { inEffectOrder } from '../../time/effect-order.js';
import { Disputes } from '../knowledge/disputes.js';
import { reasonsOf, type Reason } from './reasons.js';
import { scheduleVsActual, type ScheduleRow } from '../schedule/schedule-vs-actual.js';
import { conclusionOf, summaryOf, type SummitSummary } from '../series/summit-summary.js';
import { restingOn, type Resting, type View } from '../view.js';

export interface OutcomeQuestion {
  readonly summitId: string;
}

/** What came of a summit, why, and by whose account. */
export interface SummitOutcome extends SummitSummary, Resting {
  readonly endedBy: string | null;
  /** The summit as a whole was canceled and not put back on. */
  readonly calledOff: boolean;
  /** Of the signing that comes last on the programme; null where none is on record. */
  readonly signing: SigningOutcome | null;
  readonly signings: readonly SigningOutcome[];
  /** Ids of what was adopted or signed, also of what a party left later, and whatever the conclusion says. */
  readonly agreementsConcluded: readonly string[];
  readonly reasons: readonly Reason[];
  /** Addresses of what was said in judgment of the summit (rule 2.6.25). */
  readonly assessments: readonly string[];
  /** At each level what was announced last. */
  readonly followUp: readonly FollowUp[];
  /** Records of how it ended contradict each other. */
  readonly contested: boolean;
}

export interface SigningOutcome extends Pick<
  ScheduleRow,
  'itemId' | 'title' | 'outcome' | 'canceledBy' | 'announcedBy' | 'records'
> {
  /** Whether papers were ready to be signed, as somebody tells it. */
  readonly papersReady: PapersReady | null;
}

export interface FollowUp extends Pick<FollowUpAnnounced, 'level' | 'status' | 'content'> {
  readonly when: When | null;
  readonly place: string | null;
  readonly accordingTo: string | null;
  readonly record: string;
}

/** Whether anything was signed or adopted, why or why not, and what is to follow (domain.md §3.2). */
export const outcome: View<OutcomeQuestion, SummitOutcome> = (facts, moment, { summitId }) => {
  const programme = Programme.of(summitId, facts);
  const planned = scheduleVsActual(facts, moment, { summitId }).rows.filter(({ kind }) => kind === 'signing');
  const signings = signingsOf(planned, facts);
  const reasons = reasonsOf(programme);
  const assessments = assessmentsOf(facts, summitId);
  const followUp = followUpOf(ofType('FollowUpAnnounced', facts), summitId);
  const { registration, conclusions, agreementsConcluded, rootCancellations } = programme;
  const named = new Set([
    registration?.record,
    ...[...conclusions, ...agreementsConcluded, ...rootCancellations].map(({ record }) => record),
    ...planned.flatMap(({ records, planRecords, closedBy }) => [...records, ...planRecords, ...closedBy]),
    ...[...reasons, ...followUp].map(({ record }) => record),
    ...assessments,
  ]);
  return {
    ...summaryOf(programme),
    endedBy: conclusionOf(programme)?.data.endedBy ?? null,
    calledOff: rootCancellations.length > 0,
    signing: signings.at(-1) ?? null,
    signings,
    agreementsConcluded: idsOf(agreementsConcluded),
    reasons,
    assessments,
    followUp,
    contested: conclusions.length > 1 || Disputes.of(facts).areOpen(conclusions),
    ...restingOn(facts.filter(({ record }) => named.has(record))),
  };
};

function signingsOf(rows: readonly ScheduleRow[], facts: readonly Fact[]): SigningOutcome[] {
  const canceled = ofType('SigningCanceled', facts);
  return rows.map(({ itemId, title, outcome, canceledBy, announcedBy, records }) => ({
    itemId,
    title,
    outcome,
    canceledBy,
    announcedBy,
    papersReady: canceled.find(({ record }) => records.includes(record))?.data.papersReady ?? null,
    records,
  }));
}

function idsOf(concluded: readonly Conclusion[]): readonly string[] {
  const ids = concluded.flatMap(({ data }) =>
    'agreements' in data ? data.agreements.map(({ agreementId }) => agreementId) : [data.agreementId],
  );
  return [...new Set(ids)];
}

function assessmentsOf(facts: readonly Fact[], summitId: string): readonly string[] {
  const said = ofType('StatementIssued', facts).filter(
    ({ data: { genre, summitIds, about = [] } }) =>
      genre === 'assessment' &&
      summitIds.includes(summitId) &&
      (about.length === 0 || about.some((address) => address.startsWith(`summit-${summitId}/`))),
  );
  return inDisplayOrder(said).map(({ record }) => record);
}

function followUpOf(announced: readonly Fact<'FollowUpAnnounced'>[], summitId: string): FollowUp[] {
  const own = inEffectOrder(announced.filter(({ data }) => data.summitId === summitId));
  const last = new Map(own.map((fact) => [fact.data.level, fact]));
  return [...last.values()].map(({ data, accordingTo, record }) => ({
    level: data.level,
    status: data.status,
    content: data.content,
    when: data.when ?? null,
    place: data.place ?? null,
    accordingTo: accordingTo ?? null,
    record,
  }));
}

export const outcomeView = view('outcome', {
  name: 'outcome',
  about: 'summit',
  asks: 'What came of it: was anything signed or adopted, why or why not, according to whom?',
  title: 'What came of it',
  parameters: NoParameters,
  identity: [],
  answer: (facts, moment, summitId) => outcome(facts, moment, { summitId }),
});
