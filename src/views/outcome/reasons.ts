import type { Fact } from '../../records/fact.js';
import type { Programme } from '../../summit/programme.js';
import { isCancellation } from '../../summit/programme/outcomes.js';

/** Why something was canceled or how it came to its end, as somebody tells it. */
export interface Reason {
  readonly text: string;
  /** Whose account of the reason it is; the account of the record where that is not told. */
  readonly accordingTo: string | null;
  /** What it is the reason of: an item, or with the summitId the summit as a whole. */
  readonly itemId: string;
  readonly record: string;
}

/** The reasons that stand, in recorded order (rule 2.6.25). */
export function reasonsOf({ summitId, outcomes, conclusions }: Programme): readonly Reason[] {
  const canceled = outcomes
    .filter(isCancellation)
    .flatMap((fact) =>
      reason(fact, fact.data.reason, fact.data.itemId, fact.data.reasonAccordingTo ?? fact.accordingTo),
    );
  const concluded = conclusions.flatMap((fact) => reason(fact, fact.data.reason, summitId, fact.accordingTo));
  return [...canceled, ...concluded];
}

function reason(
  { record }: Fact,
  text: string | undefined,
  itemId: string,
  accordingTo: string | undefined,
): Reason[] {
  return text === undefined ? [] : [{ text, accordingTo: accordingTo ?? null, itemId, record }];
}
