import { DATE, isCalendarTime, isZone, traitsOf, WALL_CLOCK } from '../../../events/index.js';
import type { Dossier } from '../../records/dossier.js';
import { isObject, wordingsIn, type Wording } from '../../records/wordings.js';
import { dayBounds, instantOf } from '../../time/zone.js';

/** What is told of the plan of one item: its clocks and days, and the zones in which they may be meant. */
interface Clocks {
  readonly clocks: Set<string>;
  readonly zones: Set<string>;
}

/**
 * The instants, in milliseconds since 1970, of the clocks and the ends of the days on plans: each in the zones
 * that were ever told of its item, or of the summits. A clock that cannot be read is passed over.
 */
export function plannedTimes(dossiers: readonly Dossier[]): readonly number[] {
  const items = new Map<string, Clocks>();
  const summits = new Set<string>();
  for (const dossier of dossiers.filter(({ record }) => traitsOf(record.type).programme !== undefined))
    for (const { data, type } of wordingsIn(dossier)) {
      if (type === 'SummitRegistered') for (const zone of zonesIn(data)) summits.add(zone);
      for (const line of linesIn(data, dossier)) note(line, items);
    }
  const read = new Map<string, readonly number[]>();
  return [...items.values()].flatMap(({ clocks, zones }) =>
    [...clocks].flatMap((clock) => [...zones.union(summits)].flatMap((zone) => instants(clock, zone, read))),
  );
}

interface Line {
  readonly itemId: string;
  readonly fields: Wording['data'];
}

/** A change of an item and each line of a schedule; what names no item holds for the dossier that it stands in. */
function* linesIn(data: Wording['data'], { record }: Dossier): Generator<Line> {
  yield { itemId: itemIdOf(data, record.body.data), fields: data };
  const items: unknown = data['items'];
  if (!Array.isArray(items)) return;
  for (const item of items)
    if (isObject(item))
      yield { itemId: itemIdOf(item, record.body.data), fields: { ...days(data), ...item } };
}

function itemIdOf(...told: readonly object[]): string {
  const naming = told.find((one) => 'itemId' in one && typeof one.itemId === 'string');
  return naming && 'itemId' in naming ? String(naming.itemId) : '';
}

function days({ day }: Wording['data']): Wording['data'] {
  return { day };
}

function note({ itemId, fields }: Line, items: Map<string, Clocks>): void {
  const { clocks, zones } = items.get(itemId) ?? { clocks: new Set(), zones: new Set() };
  for (const text of ['plannedStart', 'plannedEnd', 'day'].map((field) => fields[field]))
    if (isClock(text)) clocks.add(text);
  for (const zone of zonesIn(fields)) zones.add(zone);
  items.set(itemId, { clocks, zones });
}

function isClock(text: unknown): text is string {
  return typeof text === 'string' && (WALL_CLOCK.test(text) || DATE.test(text)) && isCalendarTime(text);
}

function zonesIn({ timeZone }: Wording['data']): readonly string[] {
  return isZone(timeZone) ? [timeZone] : [];
}

function instants(clock: string, zone: string, read: Map<string, readonly number[]>): readonly number[] {
  const key = `${clock} ${zone}`;
  const known = read.get(key);
  if (known) return known;
  const dayEnds = dayBounds(clock.slice(0, '2019-02-28'.length), zone).to;
  const found = WALL_CLOCK.test(clock) ? [instantOf(clock, zone), dayEnds] : [dayEnds];
  read.set(key, found);
  return found;
}
