import { ofType, type Fact } from '../../records/fact.js';
import { Disputes } from '../knowledge/disputes.js';
import { Judgement } from '../predictions/prediction-outcome.js';
import { restingOn } from '../view.js';
import type { OpenQuestion } from './question.js';

/** @param own the facts of the summit, among all that are known */
export function withoutHorizon(own: readonly Fact[], facts: readonly Fact[]): OpenQuestion[] {
  const judgement = new Judgement(facts, Disputes.of(facts));
  return ofType('PredictionMade', own)
    .filter((fact) => fact.data.horizon === undefined && judgement.of(fact).outcome === 'open')
    .map((fact) => ({
      question: 'no_horizon',
      subject: fact.data.predictionId,
      text: fact.data.claim,
      ...restingOn([fact]),
    }));
}

export function leftOpen(own: readonly Fact[]): OpenQuestion[] {
  return own.flatMap((fact) =>
    fact.unknown === undefined
      ? []
      : [{ question: 'left_open', subject: fact.record, text: fact.unknown, ...restingOn([fact]) }],
  );
}
