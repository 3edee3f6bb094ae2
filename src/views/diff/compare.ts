import type { Moment } from '../../time/moment.js';
import type { ViewDefinition } from '../definition.js';
import { causesBetween, type Knowledge } from './causes.js';
import { changesBetween, type Changes, type Json } from './changes.js';

/** A question to a read model. */
export interface Question {
  readonly view: ViewDefinition;
  /** The summit, series, actor or source that it is about; empty for one that goes over all. */
  readonly subject: string;
  /** Validated against the view's class of parameters. */
  readonly parameters: object;
}

/** What is known at a moment. */
export interface State extends Knowledge {
  readonly moment: Moment;
}

/** What a read model answers in a state, without what the answer says of itself. */
export function modelOf({ view, subject, parameters }: Question, { facts, moment }: State): Json {
  // Every read model is JSON, which is what its object is here.
  return view.answer(facts, moment, subject, parameters) as Json;
}

/** What has to happen to the answer in the first state to get that in the second, and which records did it. */
export function compare(question: Question, before: State, after: State): Changes {
  return changesBetween(
    modelOf(question, before),
    modelOf(question, after),
    question.view.identity,
    causesBetween(before, after, question.view.restsOn),
  );
}
