import type { Fact } from '../records/fact.js';
import type { Moment } from '../time/moment.js';
import { agreements } from './agreements/agreements.js';
import { commitments } from './commitments/commitments.js';
import type { Identity } from './diff/changes.js';
import { officialSchedule } from './schedule/official-schedule.js';
import { openQuestions } from './open-questions/open-questions.js';
import { outcome } from './outcome/outcome.js';
import {
  ClaimParameters,
  IssueParameters,
  NoParameters,
  PlanParameters,
  ScheduleParameters,
  StatementParameters,
  statementsQuestion,
} from './parameters.js';
import { positions } from './positions/positions.js';
import { predictions } from './predictions/predictions.js';
import { sanctions } from './sanctions/sanctions.js';
import { scheduleVsActual } from './schedule/schedule-vs-actual.js';
import { statements } from './statements/statements.js';
import { timeline } from './timeline/timeline.js';

/** A read model of one summit, as it is asked for by its name. */
export interface SummitView {
  /** The last part of its address: `/v1/summits/{summit}/{name}`. */
  readonly name: string;
  /** The question that it answers. */
  readonly asks: string;
  /** The class that its query parameters are validated against. */
  readonly parameters: new () => object;
  /** For differences. */
  readonly identity: Identity;
  /** @param parameters an instance of `parameters` */
  answer(facts: readonly Fact[], moment: Moment, summitId: string, parameters: object): object;
}

interface Definition<P extends object> {
  readonly asks: string;
  readonly parameters: new () => P;
  readonly identity: Identity;
  readonly answer: (facts: readonly Fact[], moment: Moment, summitId: string, parameters: P) => object;
}

function view<P extends object>(name: string, definition: Definition<P>): SummitView {
  const { asks, parameters, identity, answer } = definition;
  return {
    name,
    asks,
    parameters,
    identity,
    // Whoever asks validates against `parameters` first, so that what arrives is a P.
    answer: (facts, moment, summitId, asked) => answer(facts, moment, summitId, asked as P),
  };
}

/** Every read model of a summit. */
export const summitViews: readonly SummitView[] = [
  view('outcome', {
    asks: 'What came of it: was anything signed or adopted, why or why not, according to whom?',
    parameters: NoParameters,
    identity: [],
    answer: (facts, moment, summitId) => outcome(facts, moment, { summitId }),
  }),
  view('schedule-vs-actual', {
    asks: 'What was planned, and what took place of it?',
    parameters: ScheduleParameters,
    identity: [['itemId', 'meetingId']],
    answer: (facts, moment, summitId, { publisher, tolerance }) =>
      scheduleVsActual(facts, moment, {
        summitId,
        ...(publisher !== undefined && { publisher }),
        ...(tolerance !== undefined && { toleranceMin: Number(tolerance) }),
      }),
  }),
  view('official-schedule', {
    asks: 'What did the official schedule say, in which revision?',
    parameters: PlanParameters,
    identity: ['publisher', 'revision'],
    answer: (facts, moment, summitId, asked) => officialSchedule(facts, moment, { summitId, ...asked }),
  }),
  view('timeline', {
    asks: 'What happened in which order, as far as that is known?',
    parameters: NoParameters,
    identity: ['when', 'timeZone'],
    answer: (facts, moment, summitId) => timeline(facts, moment, { summitId }),
  }),
  view('positions', {
    asks: 'What did each party want in each issue, before, at the table and after, by whose account?',
    parameters: IssueParameters,
    identity: ['party', 'issue'],
    answer: (facts, moment, summitId, asked) => positions(facts, moment, { summitId, ...asked }),
  }),
  view('agreements', {
    asks: 'What was to be agreed, what was, and who has left it since?',
    parameters: NoParameters,
    identity: ['agreementId'],
    answer: (facts, moment, summitId) => agreements(facts, moment, { summitId }),
  }),
  view('commitments', {
    asks: 'Who promised what to whom, as told by whom, and how does it stand?',
    parameters: NoParameters,
    identity: ['record'],
    answer: (facts, moment, summitId) => commitments(facts, moment, { summitId }),
  }),
  view('predictions', {
    asks: 'Who foretold what, and what came of it?',
    parameters: ClaimParameters,
    identity: ['by'],
    answer: (facts, moment, summitId, asked) => predictions(facts, moment, { summitId, ...asked }),
  }),
  view('sanctions', {
    asks: 'Which sanctions are in force, and what would lift them?',
    parameters: NoParameters,
    identity: ['target'],
    answer: (facts, moment, summitId) => sanctions(facts, moment, { summitId }),
  }),
  view('statements', {
    asks: 'Who said what, when, on what occasion?',
    parameters: StatementParameters,
    identity: ['record'],
    answer: (facts, moment, summit, asked) =>
      statements(facts, moment, { ...statementsQuestion(asked), summit }),
  }),
  view('open-questions', {
    asks: 'What is still to be found out?',
    parameters: NoParameters,
    identity: ['question', 'subject'],
    answer: (facts, moment, summitId) => openQuestions(facts, moment, { summitId }),
  }),
];
