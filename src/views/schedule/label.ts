import type { Actual } from './deltas.js';
import type { Outcome } from './item-outcome.js';

const OUTCOMES: Readonly<Record<Exclude<Outcome, 'held'>, string>> = {
  contested: 'contested',
  canceled: 'canceled',
  not_held: 'not held',
  dropped: 'dropped',
  no_report: 'no report',
  upcoming: 'upcoming',
};

/** One word for what came of an item, by the precedence of domain.md §3.1. */
export function labelOf(outcome: Outcome, { extent, timing }: Pick<Actual, 'extent' | 'timing'>): string {
  if (outcome !== 'held') return OUTCOMES[outcome];
  if (extent === 'cut_short') return 'cut short';
  if (extent === 'overran') return 'overran';
  if (timing === 'late') return 'held late';
  if (timing === 'early') return 'held early';
  return timing === 'as_planned' ? 'held as planned' : 'held';
}
