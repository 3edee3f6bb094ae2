import answers from './answers.json' with { type: 'json' };
import type { Schema } from './schemas.js';

/** The schemas of all answers, by name: written by `npm run docs` from the types that the code answers with. */
export const answerSchemas: Readonly<Record<string, Schema>> = answers;

/** The name under which the answer of a view is listed. */
export function answerName(viewId: string): string {
  return `${viewId.charAt(0).toUpperCase()}${viewId.slice(1)}Answer`;
}
