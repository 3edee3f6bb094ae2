import Negotiator from 'negotiator';
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
 * The form in which a client would rather have its answer, of those that the address has (RFC 9110, 12.5.1).
 * @throws RequestProblem `not_acceptable`
 */
export function formFor<F extends Form>(accept: string | undefined, has: readonly F[]): F {
  const types = has.map((form) => forms[form]);
  const [preferred] = new Negotiator({ headers: { accept: weighed(accept) } }).mediaTypes(types);
  const form = has.find((one) => forms[one] === preferred);
  if (form) return form;
  throw new RequestProblem('not_acceptable', { detail: `This address answers as ${types.join(', ')}.` });
}

/** Types with their weights alone: none here comes in several charsets or versions, whatever a client asks. */
function weighed(accept = ''): string | undefined {
  if (accept.trim() === '') return undefined;
  return accept
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((word) => word.trim());
      return [type, ...parameters.filter((word) => word.startsWith('q='))].join(';');
    })
    .join(',');
}
