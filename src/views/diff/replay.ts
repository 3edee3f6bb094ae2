import { Account, eventTypes, fieldsMarked, isCalendarTime, KeepingAccount } from '../../../events/index.js';
import { recordsIn, type Dossier } from '../../records/dossier.js';
import { instant } from '../../time/when.js';
import { dayBounds, instantOf, isZone } from '../../time/zone.js';

/** One of the three axes of time. */
export const axes = ['asOf', 'at', 'publicAt'] as const;
export type Axis = (typeof axes)[number];

/** The positions at which the ledger learned anything that stands in these dossiers, in order. */
export function positionsIn(dossiers: readonly Dossier[]): number[] {
  return inOrder(dossiers.flatMap(positions));
}

function positions({ record, keeping }: Dossier): number[] {
  return [Number(record.position), ...keeping.flatMap(positions)];
}

/**
 * The instants, in milliseconds since 1970, at which an answer may become another: every time that a field for
 * times holds in these dossiers, and the millisecond after it. More than needed, never fewer; what stands in words,
 * or is no time of the calendar, is none. Clocks and days without an offset are read in every zone of a plan.
 */
export function instantsIn(dossiers: readonly Dossier[]): number[] {
  const held = dossiers.flatMap(bodiesIn).flatMap((body) => timesIn(body));
  const zones = [...new Set(held.flatMap(({ zone }) => zone ?? []))].filter(isZone);
  const texts = new Set(held.flatMap(({ time }) => time ?? []));
  const recorded = dossiers.flatMap(recordsIn).map(({ recordedAt }) => instant(recordedAt));
  const turning = [...recorded, ...[...texts].flatMap((text) => instantsOf(text, zones))];
  return inOrder(turning.filter(Number.isFinite).flatMap((ms) => [ms, ms + 1]));
}

function bodiesIn(dossier: Dossier): object[] {
  return recordsIn(dossier).map(({ body }) => body);
}

/** What stands in a field for times, or names the zone of a plan. */
interface Held {
  readonly time?: string;
  readonly zone?: string;
}

const CLOCKS = ['plannedStart', 'plannedEnd', 'day'];
const types = [Account, KeepingAccount, ...Object.values(eventTypes)].map(({ prototype }) => prototype);
/** Every field that is marked to hold a time, in whatever class, and those that hold the clocks of plans. */
const TIME_FIELDS: ReadonlySet<string> = new Set([...fieldsMarked('timestamp', types), ...CLOCKS]);

function timesIn(value: unknown): Held[] {
  if (typeof value !== 'object' || value === null) return [];
  const isWhen = 'precision' in value;
  return Object.entries(value).flatMap(([field, held]: [string, unknown]): Held[] => {
    if (typeof held !== 'string') return timesIn(held);
    if (TIME_FIELDS.has(field)) return [{ time: held }];
    return field === 'timeZone' && !isWhen ? [{ zone: held }] : [];
  });
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const WALL_CLOCK = /^\d{4}-\d\d-\d\dT[\d:]+$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function instantsOf(text: string, zones: readonly string[]): number[] {
  if (!isCalendarTime(text)) return [];
  if (TIMESTAMP.test(text)) return [instant(text)];
  if (DAY.test(text)) return zones.map((zone) => dayBounds(text, zone).to);
  if (!WALL_CLOCK.test(text)) return [];
  return zones.flatMap((zone) => [instantOf(text, zone), dayBounds(text.slice(0, 10), zone).to]);
}

function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
