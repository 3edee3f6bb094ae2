import { formFor, type Form } from '../accept.js';
import type { EventFormat } from './event-query.js';

type Shape = 'page' | 'lines' | 'frames';

const shapes = {
  json: 'page',
  ndjson: 'lines',
  sse: 'frames',
  cloudevents: 'lines',
  cloudeventsBatch: 'page',
} as const satisfies Partial<Record<Form, Shape>>;
// The keys of an object are typed as any text.
const eventForms = Object.keys(shapes) as (keyof typeof shapes)[];

/** How events are answered with. */
export interface Representation {
  /** Whose media type the answer has. */
  readonly form: Form;
  readonly shape: Shape;
  readonly format: EventFormat;
}

/**
 * @param asked a format by its name, since `text/event-stream` does not say what is in its frames
 * @throws RequestProblem `not_acceptable`
 */
export function representationFor(accept: string | undefined, asked: EventFormat): Representation {
  const form = formFor(accept, eventForms);
  const shape = shapes[form];
  const isCloudEvents = asked === 'cloudevents' || form === 'cloudevents' || form === 'cloudeventsBatch';
  if (!isCloudEvents) return { form, shape, format: 'ledger' };
  // That type is of one event alone: a parser of it would fail at the second line.
  const spoken = form === 'cloudevents' ? 'ndjson' : form;
  return { form: shape === 'page' ? 'cloudeventsBatch' : spoken, shape, format: 'cloudevents' };
}
