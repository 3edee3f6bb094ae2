import { RequestProblem } from './problem.js';

export const forms = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  sse: 'text/event-stream',
} as const;
export type Form = keyof typeof forms;

/**
 * The form in which a client wants its answer: the first that it names and that the address has.
 * @throws RequestProblem `not_acceptable`
 */
export function formFor(accept: string | undefined, has: readonly Form[]): Form {
  const [fallback] = has;
  if (fallback === undefined) throw new Error('an address has at least one form');
  if (accept === undefined || accept.trim() === '') return fallback;
  const wanted = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '');
  for (const type of wanted) {
    const form = has.find((one) => forms[one] === type);
    if (form) return form;
    if (type === '*/*' || (type === 'application/*' && has.includes('json'))) return fallback;
  }
  throw new RequestProblem('not_acceptable', {
    detail: `This address answers as ${has.map((form) => forms[form]).join(', ')}.`,
  });
}
