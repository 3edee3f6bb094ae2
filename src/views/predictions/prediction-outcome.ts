import { type PredictionResolved, traitsOf } from '../../../events/index.js';
import { ofType, type Fact } from '../../records/fact.js';
import { streamOf } from '../../records/recorded.js';
import { orderOf } from '../../time/when.js';
import { inEffectOrder } from '../../time/effect-order.js';
import type { Disputes } from '../knowledge/disputes.js';

export type Outcome = PredictionResolved['outcome'] | 'open';

/**
 * What a reader must know before counting a claim: `basis_retracted`: what the resolution rests on does not
 * count any more; `hindsight_undecided`: it may have been made after the outcome; `hindsight`: it decidably
 * was, by what was recorded or corrected since; `contested`: its resolution is disputed, or there are two.
 */
export type ClaimFlag = 'basis_retracted' | 'hindsight_undecided' | 'hindsight' | 'contested';

/** What came of a prediction. */
export interface Judged {
  readonly outcome: Outcome;
  readonly resolutions: readonly Fact<'PredictionResolved'>[];
  readonly flags: readonly ClaimFlag[];
}

/** Judges predictions by the facts known at a moment. */
export class Judgement {
  private readonly resolutions: ReadonlyMap<string, readonly Fact<'PredictionResolved'>[]>;
  private readonly outcomes: ReadonlyMap<string, Fact>;

  constructor(
    facts: readonly Fact[],
    private readonly disputes: Disputes,
  ) {
    this.resolutions = Map.groupBy(ofType('PredictionResolved', facts), (fact) => fact.stream);
    this.outcomes = new Map(
      facts.filter(({ type }) => traitsOf(type).isOutcome).map((fact) => [fact.record, fact]),
    );
  }

  of(prediction: Fact<'PredictionMade'>): Judged {
    // A claim that was recorded twice may have been resolved in either stream.
    const streams = new Set([prediction.stream, ...(prediction.duplicates ?? []).map(streamOf)]);
    const resolutions = inEffectOrder([...streams].flatMap((stream) => this.resolutions.get(stream) ?? []));
    return {
      outcome: resolutions.at(-1)?.data.outcome ?? 'open',
      resolutions,
      flags: [
        ...(resolutions.some((fact) => fact.retractedBases) ? (['basis_retracted'] as const) : []),
        ...this.hindsightOf(prediction, resolutions),
        ...(this.isContested(prediction, resolutions) ? (['contested'] as const) : []),
      ],
    };
  }

  private isContested(prediction: Fact, resolutions: readonly Fact<'PredictionResolved'>[]): boolean {
    const outcomes = new Set(resolutions.map(({ data }) => data.outcome));
    return outcomes.size > 1 || this.disputes.areOpen([prediction, ...resolutions]);
  }

  /** Against the outcomes that it is about, and those that its resolution rests on. */
  private hindsightOf(
    prediction: Fact<'PredictionMade'>,
    resolutions: readonly Fact<'PredictionResolved'>[],
  ): readonly ClaimFlag[] {
    const named = [...(prediction.data.about ?? []), ...resolutions.flatMap(({ data }) => data.basis)];
    const orders = named
      .flatMap((address) => this.outcomes.get(address) ?? [])
      .map((outcome) => orderOf(prediction, outcome));
    if (orders.includes('after')) return ['hindsight'];
    return orders.includes('undecided') ? ['hindsight_undecided'] : [];
  }
}
