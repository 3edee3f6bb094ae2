import type { Dossier } from '../../records/dossier.js';
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
 * The instants, in milliseconds since 1970, at which an answer may become another: every time that is told
 * anywhere in these dossiers, and the millisecond after it. More than needed, never fewer. Clocks and days
 * without offset are read in every zone that is told.
 */
export function instantsIn(dossiers: readonly Dossier[]): number[] {
  const texts = dossiers.flatMap(toldIn);
  const zones = [...new Set(texts)].filter(isZone);
  const turning = [...new Set(texts)].flatMap((text) => instantsOf(text, zones));
  return inOrder(turning.flatMap((ms) => [ms, ms + 1]));
}

function toldIn({ record, keeping }: Dossier): string[] {
  return [record.recordedAt, ...textsIn(record.body), ...keeping.flatMap(toldIn)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const WALL_CLOCK = /^\d{4}-\d\d-\d\dT[\d:]+$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function instantsOf(text: string, zones: readonly string[]): number[] {
  if (TIMESTAMP.test(text)) return [instant(text)];
  if (DAY.test(text)) return zones.map((zone) => dayBounds(text, zone).to);
  if (!WALL_CLOCK.test(text)) return [];
  return zones.flatMap((zone) => [instantOf(text, zone), dayBounds(text.slice(0, 10), zone).to]);
}

function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
