import type { MarkedValue } from '../../events/index.js';
import { Rejected, type RejectionCode } from '../records/rejected.js';
import { instant, spanOf, type Span } from '../time/when.js';
import type { Command } from './recording.js';
import type { DecisionContext } from './decision-context.js';

/**
 * The "all" row of domain.md §2.5, in the order of rule 2.6.29, as far as it needs no more than what is
 * known elsewhere. `marks` are the references and times of the command.
 * @throws Rejected with the first rule that is broken
 */
export function checkReferences(
  command: Command,
  marks: readonly MarkedValue[],
  context: DecisionContext,
): void {
  checkExistence(marks, 'source', 'unknown_source', context);
  if (hasQuotes(command.data) && !command.sources?.some((source) => source.locator !== undefined))
    throw new Rejected('locator_required', {
      fields: [{ field: 'sources', message: 'a quote needs a source with a locator' }],
    });
  checkExistence(marks, 'actor', 'unknown_actor', context);
}

export function checkSummits(marks: readonly MarkedValue[], context: DecisionContext): void {
  checkExistence(marks, 'summit', 'unknown_summit', context);
}

function checkExistence(
  marks: readonly MarkedValue[],
  role: 'source' | 'actor' | 'summit',
  code: RejectionCode,
  context: DecisionContext,
): void {
  const missing = marks.filter(
    (mark) => mark.role === role && !context.exists(`${role}-${String(mark.value)}`),
  );
  if (missing.length === 0) return;
  const fields = missing.map(({ path, value }) => ({
    field: path,
    message: `no ${role} "${String(value)}" is registered`,
  }));
  throw new Rejected(code, { fields });
}

function hasQuotes(data: object): boolean {
  return 'quotes' in data && Array.isArray(data.quotes) && data.quotes.length > 0;
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
