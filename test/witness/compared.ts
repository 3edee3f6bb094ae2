import type { Answer } from './answer.js';
import { firstDifference } from './first-difference.js';

/** A list of thousands says no more than one of a few. */
const SHOWN = 10;

/** What is otherwise than it was: the first in detail, some more by their questions alone. */
export function compared(expected: readonly Answer[], actual: readonly Answer[]): string[] {
  const found = expected.flatMap((answer, index) => {
    const difference = firstDifference(answer, actual[index]);
    return difference === undefined ? [] : [{ path: answer.path, difference }];
  });
  const [first, ...others] = found;
  if (!first) return [];
  const more = others.slice(0, SHOWN).map(({ path }) => `also ${path}`);
  const rest = others.length - more.length;
  return [`${first.path} ${first.difference}`, ...more, ...(rest > 0 ? [`and ${rest} others`] : [])];
}
