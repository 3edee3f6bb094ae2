import * as finding from '../../projection/finding.js';
import type { Find } from '../../projection/finding.js';
import type { Fact } from '../../records/fact.js';
import type { Moment } from '../../time/moment.js';
import { actor } from '../../views/registry/actors.js';
import {
  ClaimParameters,
  NoParameters,
  StatementParameters,
  statementsQuestion,
  TargetParameters,
} from '../../views/parameters.js';
import { predictions } from '../../views/predictions/predictions.js';
import { sanctions } from '../../views/sanctions/sanctions.js';
import { series } from '../../views/series/series.js';
import { source } from '../../views/registry/sources.js';
import { statements } from '../../views/statements/statements.js';
import { summits } from '../../views/series/summits.js';

/** A read model that belongs to no one summit. */
export interface CrossSummitView {
  /** Its address: `/v1/{name}`, or `/v1/{name}/{id}` when it is about one thing. */
  readonly name: string;
  /** What the one thing is; absent when it is about all. */
  readonly about?: 'actor' | 'source' | 'series';
  readonly asks: string;
  readonly parameters: new () => object;
  readonly find: Find;
  /** @param parameters an instance of `parameters` */
  answer(facts: readonly Fact[], moment: Moment, id: string, parameters: object): object;
}

interface Definition<P extends object> extends Omit<CrossSummitView, 'name' | 'parameters' | 'answer'> {
  readonly parameters: new () => P;
  readonly answer: (facts: readonly Fact[], moment: Moment, id: string, parameters: P) => object;
}

function view<P extends object>(name: string, { answer, ...rest }: Definition<P>): CrossSummitView {
  // Whoever asks validates against `parameters` first, so that what arrives is a P.
  return { name, ...rest, answer: (facts, moment, id, asked) => answer(facts, moment, id, asked as P) };
}

export const crossSummitViews: readonly CrossSummitView[] = [
  view('summits', {
    asks: 'Which summits are on record, and how did they end?',
    parameters: NoParameters,
    find: finding.summits,
    answer: (facts, moment) => summits(facts, moment, {}),
  }),
  view('series', {
    about: 'series',
    asks: 'How do the summits of a series compare?',
    parameters: NoParameters,
    find: finding.series,
    answer: (facts, moment, seriesId) => series(facts, moment, { seriesId }),
  }),
  view('statements', {
    asks: 'Who said what, when, on what occasion, at any summit or none?',
    parameters: StatementParameters,
    find: finding.statements,
    answer: (facts, moment, _id, asked) => statements(facts, moment, statementsQuestion(asked)),
  }),
  view('predictors', {
    asks: 'Who foretold what across summits, and what came of it?',
    parameters: ClaimParameters,
    find: finding.predictions,
    answer: (facts, moment, _id, asked) => predictions(facts, moment, asked),
  }),
  view('sanctions', {
    asks: 'Which sanctions are in force, on whom, and what would lift them?',
    parameters: TargetParameters,
    find: finding.sanctions,
    answer: (facts, moment, _id, asked) => sanctions(facts, moment, asked),
  }),
  view('actors', {
    about: 'actor',
    asks: 'Who is this, and which records name it?',
    parameters: NoParameters,
    find: finding.actor,
    answer: (facts, moment, actorId) => actor(facts, moment, { actorId }),
  }),
  view('sources', {
    about: 'source',
    asks: 'What is this source, and which records rest on it?',
    parameters: NoParameters,
    find: finding.source,
    answer: (facts, moment, sourceId) => source(facts, moment, { sourceId }),
  }),
];
