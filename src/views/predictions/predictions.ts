import { view } from '../definition.js';
import { Id, Optional } from '../../../events/index.js';
import type { ActorRegistered } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { inDisplayOrder } from '../../time/display-order.js';
import { Disputes } from '../knowledge/disputes.js';
import { Judgement, type ClaimFlag, type Judged, type Outcome } from './prediction-outcome.js';
import { tallied, type Tally } from './tally.js';
import { restingOn, type Resting, type Rows, type View } from '../view.js';
import { inWords } from '../knowledge/when-words.js';

export interface PredictionsQuestion {
  /** Without it, across summits. */
  readonly summitId?: string;
  readonly by?: string;
}

/** What one actor foretold, and how it did. */
export interface PredictorRow extends Tally, Resting {
  readonly by: string;
  /** Null while the actor is not registered. */
  readonly kind: ActorRegistered['kind'] | null;
  /** In the order in which they were made. */
  readonly claims: readonly Claim[];
}

export interface Claim {
  readonly id: string;
  readonly claim: string;
  readonly quotes: readonly string[];
  readonly hedge: string | null;
  readonly condition: string | null;
  readonly horizon: string | null;
  readonly probability: number | null;
  readonly outcome: Outcome;
  readonly resolvedBy: string | null;
  readonly flags: readonly ClaimFlag[];
  readonly note: string | null;
  readonly seeAlso: readonly string[];
  readonly when: string;
  readonly summitIds: readonly string[];
  readonly record: string;
  readonly undecided?: true;
}

export interface Predictions extends Rows<PredictorRow> {
  readonly totals: Tally;
  readonly byKind: readonly (Tally & Pick<PredictorRow, 'kind'>)[];
}

interface Scored {
  readonly fact: Fact<'PredictionMade'>;
  readonly judged: Judged;
}

/** Who foretold what, and what came of it (domain.md §3.3). What nobody has resolved stays open. */
export const predictions: View<PredictionsQuestion, Predictions> = (facts, _moment, { summitId, by }) => {
  const judgement = new Judgement(facts, Disputes.of(facts));
  const made = ofType('PredictionMade', facts)
    .filter(({ data }) => summitId === undefined || data.summitIds.includes(summitId))
    .filter(({ data }) => by === undefined || data.by === by);
  const scored = inDisplayOrder(made).map((fact) => ({ fact, judged: judgement.of(fact) }));
  const kinds = new Map(ofType('ActorRegistered', facts).map(({ data }) => [data.actorId, data.kind]));
  const rows = [...Map.groupBy(scored, ({ fact }) => fact.data.by)]
    .map(([predictor, claims]) => rowOf(predictor, kinds.get(predictor) ?? null, claims))
    .sort((a, b) => b.made - a.made || (a.by < b.by ? -1 : 1));
  const byKind = Map.groupBy(scored, ({ fact }) => kinds.get(fact.data.by) ?? null);
  return {
    rows,
    totals: tally(scored),
    byKind: [...byKind].map(([kind, claims]) => ({ kind, ...tally(claims) })),
  };
};

function rowOf(by: string, kind: PredictorRow['kind'], scored: readonly Scored[]): PredictorRow {
  return {
    by,
    kind,
    ...tally(scored),
    claims: scored.map(claimOf),
    ...restingOn(scored.flatMap(({ fact, judged }) => [fact, ...judged.resolutions])),
  };
}

function tally(scored: readonly Scored[]): Tally {
  return tallied(
    scored.map(({ fact, judged }) => ({ outcome: judged.outcome, probability: fact.data.probability })),
  );
}

function claimOf({ fact, judged }: Scored): Claim {
  const { data, note = null, occurredAt, record } = fact;
  const { resolutions, outcome, flags } = judged;
  return {
    id: data.predictionId,
    claim: data.claim,
    quotes: data.quotes ?? [],
    ...reservationsOf(fact),
    outcome,
    resolvedBy: resolutions.at(-1)?.data.resolvedBy ?? null,
    flags,
    note,
    seeAlso: data.about ?? [],
    when: inWords(occurredAt),
    summitIds: data.summitIds,
    record,
    ...([fact, ...resolutions].some((account) => account.undecided) && { undecided: true }),
  };
}

function reservationsOf({ data }: Fact<'PredictionMade'>) {
  const { hedge = null, condition = null, horizon = null, probability = null } = data;
  return { hedge, condition, horizon, probability };
}

export class ClaimParameters {
  /** The actor that made the predictions. */
  @Optional()
  @Id()
  by?: string;
}

export const predictionsView = view('predictions', {
  name: 'predictions',
  about: 'summit',
  asks: 'Who foretold what, and what came of it?',
  title: 'What was foretold',
  parameters: ClaimParameters,
  identity: ['by'],
  answer: (facts, moment, summitId, asked) => predictions(facts, moment, { summitId, ...asked }),
});

export const allPredictorsView = view('allPredictors', {
  name: 'predictors',
  about: null,
  asks: 'Who foretold what across summits, and what came of it?',
  title: 'Who foretold what',
  parameters: ClaimParameters,
  identity: ['by'],
  find: (reader) => reader.ofCategory('prediction'),
  answer: (facts, moment, _id, asked) => predictions(facts, moment, asked),
});
