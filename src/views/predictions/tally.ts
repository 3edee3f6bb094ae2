import type { Outcome } from './prediction-outcome.js';

/** How claims did. What is open is neither right nor wrong. */
export interface Tally {
  readonly made: number;
  readonly fulfilled: number;
  readonly partly: number;
  readonly defied: number;
  readonly unresolvable: number;
  readonly open: number;
  /**
   * The mean squared error of the probabilities, 0 at best and 1 at worst, over the claims that gave one and
   * were fulfilled or defied (rule 2.6.26); null when there is none.
   */
  readonly brier: number | null;
}

interface Score {
  readonly outcome: Outcome;
  readonly probability: number | undefined;
}

export function tallied(scores: readonly Score[]): Tally {
  const count = (outcome: Outcome) => scores.filter((score) => score.outcome === outcome).length;
  return {
    made: scores.length,
    fulfilled: count('fulfilled'),
    partly: count('partly'),
    defied: count('defied'),
    unresolvable: count('unresolvable'),
    open: count('open'),
    brier: mean(scores.flatMap(squaredError)),
  };
}

function squaredError({ outcome, probability }: Score): number[] {
  if (probability === undefined || (outcome !== 'fulfilled' && outcome !== 'defied')) return [];
  return [(probability - (outcome === 'fulfilled' ? 1 : 0)) ** 2];
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
