import { marksIn, type MarkedValue, type Patch } from '../../events/index.js';
import { isFactOf, type Fact } from '../records/fact.js';
import type { Records } from '../command-handling/stream-state.js';
import { formOf } from './form.js';

/**
 * The references and times in a patch, which only the type of what it patches explains; also those in the
 * patch of a correction that is itself corrected.
 * @param path where in the body the patch stands
 */
export function marksInPatch(
  fact: Fact,
  patch: Patch,
  records: Pick<Records, 'find'>,
  path = 'data.patch',
): readonly MarkedValue[] {
  const marks = marksIn(formOf(fact.type).prototype as object, patch, path);
  if (!isFactOf('RecordCorrected', fact)) return marks;
  const target = records.find(fact.data.target)?.fact;
  const inner: unknown = patch.data?.['patch'];
  if (!target || typeof inner !== 'object' || inner === null) return marks;
  return [...marks, ...marksInPatch(target, inner, records, `${path}.data.patch`)];
}
