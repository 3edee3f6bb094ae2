import type { Filter, LedgerEvent } from '../ledger/ledger.js';
import { START } from '../ledger/ledger.js';
import { eventTypes } from '../../events/index.js';
import { Rejected, type Fault } from '../records/rejected.js';

/** What a reader of events asks for. */
export interface EventQuery {
  readonly after: string;
  readonly limit: number;
  /** Whether a stream of lines goes on live after history. */
  readonly live: boolean;
  readonly filter: Filter;
  readonly summit?: string;
}

export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

const MAX_PAGE = 1_000;
const known: ReadonlySet<string> = new Set(['after', 'limit', 'live', 'type', 'category', 'summit']);

/**
 * @param lastEventId what a reconnecting reader saw last; it wins over `after`
 * @throws Rejected `invalid` with every parameter that is wrong
 */
export function eventQuery(parameters: QueryParameters, lastEventId?: string): EventQuery {
  const faults: Fault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });
  const one = (name: string): string | undefined => [parameters[name]].flat()[0];
  const list = (name: string) => [parameters[name] ?? []].flat().flatMap((value) => value.split(','));

  const after = lastEventId ?? one('after') ?? START;
  if (!/^\d{1,20}$/.test(after))
    fault(lastEventId === undefined ? 'after' : 'Last-Event-ID', 'must be a position');
  const limit = Number(one('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    fault('limit', `must be a whole number from 1 to ${MAX_PAGE}`);
  const live = one('live') ?? 'false';
  if (live !== 'true' && live !== 'false') fault('live', 'must be true or false');
  const types = list('type');
  for (const type of types)
    if (!Object.hasOwn(eventTypes, type)) fault('type', `there is no event type "${type}"`);
  for (const name of Object.keys(parameters)) if (!known.has(name)) fault(name, 'is not a known parameter');
  if (faults.length > 0) throw new Rejected('invalid', { fields: faults });

  const categories = list('category');
  const summit = one('summit');
  return {
    after,
    limit,
    live: live === 'true',
    filter: { ...(types.length > 0 && { types }), ...(categories.length > 0 && { categories }) },
    ...(summit !== undefined && { summit }),
  };
}

/** Whether an event's data names a summit. */
export function namesSummit(event: LedgerEvent, summit: string): boolean {
  const data: unknown = event.data['data'];
  if (typeof data !== 'object' || data === null) return false;
  if ('summitId' in data && data.summitId === summit) return true;
  return 'summitIds' in data && Array.isArray(data.summitIds) && data.summitIds.includes(summit);
}
