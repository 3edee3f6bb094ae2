import type { Patch, RecordCorrected } from '../../events/index.js';
import { withKept, within, type Dossier } from '../records/dossier.js';
import { factOf, type Fact } from '../records/fact.js';

/** A record before and after a correction. */
export interface Patched {
  readonly before: Fact;
  readonly after: Fact;
  /** After it: the fact in whose dossier the record stands; `after` itself unless a correction is corrected. */
  readonly factAfter: Fact;
}

/** What the fold will make of a correction, found by folding it. `dossier` holds its target. */
export function patched(dossier: Dossier, correction: RecordCorrected): Patched | undefined {
  const later = withKept(dossier, {
    ...dossier.record,
    address: '',
    type: 'RecordCorrected',
    body: { recordId: '', data: { ...correction, patch: asJson(correction.patch) } },
  });
  const target = within(dossier, correction.target);
  const targetLater = within(later, correction.target);
  if (!target || !targetLater) return undefined;
  return { before: factOf(target), after: factOf(targetLater), factAfter: factOf(later) };
}

/** A validated instance has keys without a value, which a patch must not take for values. */
function asJson(patch: Patch): Patch {
  // What goes through JSON comes back as it was, but for those keys.
  return JSON.parse(JSON.stringify(patch)) as Patch;
}
