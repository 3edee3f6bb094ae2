import type { Phase } from '../../../events/index.js';
import type { Fact } from '../../records/fact.js';
import type { Programme } from '../../summit/programme.js';
import { spanOf } from '../../time/when.js';

/**
 * The phase of a summit in which a position was held (rules 2.6.23, 2.6.30): as told, else by when it began.
 * What began at an unknown time was there before.
 */
export function phaseOf({ data, occurredAt }: Fact<'PositionTaken'>, programme: Programme): Phase {
  if (data.phase !== undefined) return data.phase;
  const { from } = spanOf(occurredAt);
  const opening = spanOf(programme.registration?.occurredAt).from;
  if (from === -Infinity || from < opening) return 'before';
  const closings = programme.conclusions.map((conclusion) => spanOf(conclusion.occurredAt).from);
  // An end of which it is not known when it began says nothing of what began after it.
  return closings.some((closing) => closing !== -Infinity && from >= closing) ? 'after' : 'at_table';
}
