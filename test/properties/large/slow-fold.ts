import type { Body } from '../../service.js';

/** An event as the service sends it. */
export interface Sent {
  readonly type: string;
  readonly stream: string;
  readonly record: string;
  readonly data: Body;
}

/** A record as it reads at the end. */
export interface Plain {
  readonly type: string;
  readonly stream: string;
  readonly record: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly data: Body;
}

/**
 * What stands at the end of a ledger, in recorded order: the same as the service's fold, written without it and
 * as plainly as can be, by looking through the whole list for each question.
 */
export function standing(events: readonly Sent[]): Plain[] {
  const about = (type: string, target: string) =>
    events.filter((event) => event.type === type && dataOf(event.data)['target'] === target);
  const isRetracted = (record: string): boolean =>
    about('RecordRetracted', record).some((event) => !isRetracted(event.record));
  const bodyOf = ({ record, data }: Sent): Body =>
    about('RecordCorrected', record)
      .filter((event) => !isRetracted(event.record))
      .map((event) => dataOf(bodyOf(event))['patch'])
      .reduce<Body>((body, patch) => merged(body, patch), data);
  return events
    .filter(({ type }) => type !== 'RecordCorrected' && type !== 'RecordRetracted')
    .filter(({ record }) => !isRetracted(record))
    .map((event) => {
      const body = bodyOf(event);
      const { from } = (body['occurredAt'] ?? {}) as { readonly from?: string }; // a When
      return { ...event, from: Date.parse(from ?? ''), data: dataOf(body) };
    });
}

function dataOf(body: Body): Body {
  return body['data'] as Body; // every record has data
}

/** A merge patch without nulls, which the corrections of this test do not use. */
function merged(target: unknown, patch: unknown): Body {
  const result: Record<string, unknown> = { ...(target as Body) };
  for (const [field, value] of Object.entries(patch as Body))
    result[field] = typeof value === 'object' && !Array.isArray(value) ? merged(result[field], value) : value;
  return result;
}
