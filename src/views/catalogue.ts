import type { Fact } from '../records/fact.js';
import type { Moment } from '../time/moment.js';
import { NoParameters, PlanParameters, StatementParameters, statementsQuestion } from './parameters.js';
import { statements } from './statements.js';

/** A read model of one summit, as it is asked for by its name. */
export interface SummitView {
  /** The last part of its address: `/v1/summits/{summit}/{name}`. */
  readonly name: string;
  /** The question that it answers. */
  readonly asks: string;
  /** The class that its query parameters are validated against. */
  readonly parameters: new () => object;
  /** @param parameters an instance of `parameters` */
  answer(facts: readonly Fact[], moment: Moment, summitId: string, parameters: object): object;
}

interface Definition<P extends object> {
  readonly asks: string;
  readonly parameters: new () => P;
  readonly answer: (facts: readonly Fact[], moment: Moment, summitId: string, parameters: P) => object;
}

function view<P extends object>(name: string, { asks, parameters, answer }: Definition<P>): SummitView {
  return {
    name,
    asks,
    parameters,
    // Whoever asks validates against `parameters` first, so that what arrives is a P.
    answer: (facts, moment, summitId, asked) => answer(facts, moment, summitId, asked as P),
  };
}

/** Every read model of a summit. */
export const summitViews: readonly SummitView[] = [
  view('statements', {
    asks: 'Who said what, when, on what occasion?',
    parameters: StatementParameters,
    answer: (facts, moment, summit, asked) =>
      statements(facts, moment, { ...statementsQuestion(asked), summit }),
  }),
];
