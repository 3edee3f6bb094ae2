import type { MarkedValue } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { expandWhen, TimeZoneRequired } from '../time/edtf.js';
import { instant, spanOf, type Span } from '../time/when.js';

/**
 * Replaces every time that came as a text by the When that it stands for, in `body` itself.
 * @param zone the summit's, for texts that name none; null when there is none to know
 * @returns the paths of timestamps that need a zone where none is known
 */
export function expandWhens(body: object, marks: readonly MarkedValue[], zone: string | null): string[] {
  return marks.flatMap((mark) => {
    if (mark.role !== 'when' || typeof mark.value !== 'string') return [];
    try {
      place(body, mark.path.split('.'), expanded(mark.value, mark.path, zone));
      return [];
    } catch (error) {
      if (error instanceof TimeZoneRequired) return [mark.path];
      throw error;
    }
  });
}

export function hasWrittenWhen(marks: readonly MarkedValue[]): boolean {
  return marks.some((mark) => mark.role === 'when' && typeof mark.value === 'string');
}

function expanded(text: string, path: string, zone: string | null): object {
  const when = expandWhen(text, zone);
  // In a patch the text stands for the whole time: nulls take the old words and links away.
  return path.includes('.patch.') ? { ...when, text: null, after: null, before: null } : when;
}

function place(holder: object, path: readonly string[], value: object): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) Reflect.set(holder, key, value);
  else place(Reflect.get(holder, key) as object, rest, value); // the path was found by walking this body
}

/** A clock without an offset. A date alone needs none. */
function isBare(timestamp: string): boolean {
  return timestamp.includes('T') && !/(Z|[+-]\d\d:\d\d)$/.test(timestamp);
}

/**
 * Times of a body after its texts were expanded (rules 2.6.13, 27, 29).
 * @param unzoned paths of texts that no zone is known for
 * @param receivedAt milliseconds since 1970; null for what may lie in the future
 */
export function checkTimes(
  body: object,
  marks: readonly MarkedValue[],
  unzoned: readonly string[],
  receivedAt: number | null,
): void {
  const reversed = [...marks.filter(isReversed).map((mark) => mark.path), ...reversedFields(body)];
  if (reversed.length > 0)
    throw new Rejected('time_reversed', { fields: naming(reversed, 'ends too early') });
  const happened = 'occurredAt' in body ? body.occurredAt : undefined;
  if (receivedAt !== null && isWhen(happened) && knownSpan(happened).from > receivedAt)
    throw new Rejected('in_the_future', { fields: naming(['occurredAt'], 'begins after it was received') });
  const bare = marks.filter((mark) => mark.role === 'timestamp' && isBare(String(mark.value)));
  const zoneless = [...unzoned, ...bare.map((mark) => mark.path)];
  if (zoneless.length > 0)
    throw new Rejected('time_zone_required', { fields: naming(zoneless, 'has no offset') });
}

function naming(paths: readonly string[], message: string) {
  return paths.map((field) => ({ field, message }));
}

function isWhen(value: unknown): value is { from: string | null; to: string | null } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}

function isReversed(mark: MarkedValue): boolean {
  if (mark.role !== 'when' || !isWhen(mark.value)) return false;
  const { from, to } = knownSpan(mark.value);
  return from >= to;
}

/** A bound without an offset is refused as such; until then it says nothing of any order. */
function knownSpan({ from, to }: { from: string | null; to: string | null }): Span {
  // What is no text is refused for its shape, where that is asked.
  const known = (bound: unknown) => (typeof bound === 'string' && !isBare(bound) ? bound : null);
  return spanOf({ from: known(from), to: known(to) });
}

/** start and end lie within occurredAt, bounds included, and the end is not before the start. */
function reversedFields(body: object): string[] {
  const data = 'data' in body ? body.data : undefined;
  const happened =
    'occurredAt' in body && isWhen(body.occurredAt) ? knownSpan(body.occurredAt) : spanOf(undefined);
  const outside = (['start', 'end'] as const).filter((name) => {
    const at = timeIn(data, name);
    return at !== undefined && (at < happened.from || at > happened.to);
  });
  return [
    ...outside.map((name) => `data.${name}`),
    ...(isBefore(timeIn(data, 'end'), timeIn(data, 'start')) ? ['data.end'] : []),
    ...plansIn(data).flatMap(([path, plan]) =>
      // Wall clocks of one zone: their texts sort as their times do.
      isBefore(textIn(plan, 'plannedEnd'), textIn(plan, 'plannedStart')) ? [`${path}.plannedEnd`] : [],
    ),
  ];
}

function plansIn(data: unknown): (readonly [string, unknown])[] {
  const items: unknown = typeof data === 'object' && data !== null && 'items' in data ? data.items : [];
  const listed = Array.isArray(items) ? items : [];
  return [['data', data], ...listed.map((item, i) => [`data.items.${i}`, item] as const)];
}

function textIn(holder: unknown, name: string): string | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const value: unknown = Reflect.get(holder, name);
  return typeof value === 'string' ? value : undefined;
}

function timeIn(holder: unknown, name: string): number | undefined {
  const text = textIn(holder, name);
  return text === undefined || isBare(text) ? undefined : instant(text);
}

function isBefore<T extends number | string>(end: T | undefined, start: T | undefined): boolean {
  return end !== undefined && start !== undefined && end < start;
}
