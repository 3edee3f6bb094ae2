import type { Patch, RecordCorrected } from '../../events/index.js';
import { withKept, within, type Dossier } from '../records/dossier.js';
import { factOf, type Fact } from '../records/fact.js';

/** A record before and after a correction. */
export interface Patched {
  readonly before: Fact;
  readonly after: Fact;
  /** After it: the record that the corrected one is about, if it is about one. */
  readonly aboutAfter: Fact | undefined;
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
  const about = holderOf(later, correction.target);
  return { before: factOf(target), after: factOf(targetLater), aboutAfter: about && factOf(about) };
}

/** The dossier, in this one, into which a record was laid. */
function holderOf(dossier: Dossier, address: string): Dossier | undefined {
  const isHeld = dossier.keeping.some((kept) => kept.record.address === address);
  return isHeld ? dossier : dossier.keeping.map((kept) => holderOf(kept, address)).find((held) => held);
}

/** A validated instance has keys without a value, which a patch must not take for values. */
function asJson(patch: Patch): Patch {
  // What goes through JSON comes back as it was, but for those keys.
  return JSON.parse(JSON.stringify(patch)) as Patch;
}
