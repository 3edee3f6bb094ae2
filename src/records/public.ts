import { isIn, type Presence } from '../time/moment.js';
import { instant, spanOf, type Span } from '../time/when.js';
import { always, type Applies } from './reading.js';
import { isOf, type Recorded } from './recorded.js';

/**
 * Whether something was public by an instant (rule 2.6.1). Until an embargo passes it is not, whatever is
 * known of its disclosure.
 * @param publicAt milliseconds since 1970; null asks nothing
 */
export function isPublic(
  disclosed: Span,
  embargoUntil: string | undefined,
  publicAt: number | null,
): Presence {
  if (publicAt === null) return 'in';
  if (embargoUntil !== undefined && instant(embargoUntil) > publicAt) return 'out';
  return isIn(disclosed, publicAt);
}

/**
 * Which records about other records count in what the public knew at an instant (rules 2.6.6, 2.6.28). The
 * ledger's own repairs, corroborations and disputes always do; what the world changed does from its
 * disclosure, and without one from when it was recorded.
 * @param publicAt milliseconds since 1970; null for all of them
 */
export function appliesAt(publicAt: number | null): Applies {
  if (publicAt === null) return always;
  return (keeping) =>
    isNews(keeping) ? answers[isPublic(disclosed(keeping), keeping.body.embargoUntil, publicAt)] : 'yes';
}

const answers = { in: 'yes', out: 'no', undecided: 'undecided' } as const;

/** Something that the world changed, as against what the ledger repaired or what is said beside a record. */
function isNews(keeping: Recorded): boolean {
  if (isOf('RecordCorrected', keeping)) return keeping.body.data.cause !== 'error';
  if (isOf('RecordRetracted', keeping)) return keeping.body.data.by !== 'ledger';
  return false;
}

function disclosed({ body, recordedAt }: Recorded): Span {
  if (body.disclosedAt) return spanOf(body.disclosedAt);
  const to = instant(recordedAt);
  // The clock counts milliseconds: what was recorded in this one is known when it has passed.
  return { from: to - 1, to };
}
