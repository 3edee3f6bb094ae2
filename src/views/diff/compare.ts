import type { Moment } from '../../time/moment.js';
import type { SummitView } from '../catalogue.js';
import { causesBetween, type Knowledge } from './causes.js';
import { changesBetween, type Changes, type Json } from './changes.js';

/** A question to a read model of a summit. */
export interface Question {
  readonly view: SummitView;
  readonly summitId: string;
  /** Validated against the view's class of parameters. */
  readonly parameters: object;
}

/** What is known at a moment. */
export interface State extends Knowledge {
  readonly moment: Moment;
}

/** What a read model answers in a state, without what the answer says of itself. */
export function modelOf({ view, summitId, parameters }: Question, { facts, moment }: State): Json {
  // Every read model is JSON, which is what its object is here.
  return view.answer(facts, moment, summitId, parameters) as Json;
}

/** What has to happen to the answer in the first state to get that in the second, and which records did it. */
export function compare(question: Question, before: State, after: State): Changes {
  return changesBetween(
    modelOf(question, before),
    modelOf(question, after),
    question.view.identity,
    causesBetween(before, after),
  );
}
