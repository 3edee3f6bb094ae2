import { RequestProblem } from './problem.js';

export const forms = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  sse: 'text/event-stream',
  ics: 'text/calendar',
  /** One CloudEvent: where there may be many, they come one a line as `ndjson`. */
  cloudevents: 'application/cloudevents+json',
  /** A list of CloudEvents. */
  cloudeventsBatch: 'application/cloudevents-batch+json',
} as const;
export type Form = keyof typeof forms;

/**
 * The form in which a client wants its answer: the first that it names and that the address has.
 * @throws RequestProblem `not_acceptable`
 */
export function formFor<F extends Form>(accept: string | undefined, has: readonly F[]): F {
  for (const type of wanted(accept)) {
    const form = has.find((one) => matches(forms[one], type));
    if (form) return form;
  }
  throw new RequestProblem('not_acceptable', {
    detail: `This address answers as ${has.map((form) => forms[form]).join(', ')}.`,
  });
}

function wanted(accept = ''): readonly string[] {
  if (accept.trim() === '') return ['*/*'];
  return accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '');
}

function matches(type: string, pattern: string): boolean {
  return (
    pattern === '*/*' || pattern === type || (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1)))
  );
}
