import answers from './answers.json' with { type: 'json' };
import type { Schema } from './schemas.js';

/** The schemas of all answers, by name: written by `npm run docs` from the types that the code answers with. */
export const answerSchemas: Readonly<Record<string, Schema>> = answers;
