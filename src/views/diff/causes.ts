import { addressesIn, type Dossier } from '../../records/dossier.js';
import type { Fact } from '../../records/fact.js';
import type { Causes, Json } from './changes.js';
import { isSame } from './same.js';

/** What was known at one of two moments, and the dossiers from which it was. */
export interface Knowledge {
  readonly dossiers: readonly Dossier[];
  readonly facts: readonly Fact[];
}

/** The fields of a row in which the records stand that another field rests on. */
type RestsOn = Readonly<Record<string, readonly string[]>>;

/** A fact that came, went or became another, and the dossier that it is told in, before and after. */
export interface FactChange {
  readonly record: string;
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
  readonly old: Dossier | undefined;
  readonly now: Dossier | undefined;
}

/** As `causesOf`, of two moments between which nobody has counted the changes; they are, once one is asked for. */
export function causesBetween(before: Knowledge, after: Knowledge, restsOn?: RestsOn): Causes {
  let causes: Causes | undefined;
  return (...asked) => (causes ??= causesOf(changesOfFacts(before, after), restsOn))(...asked);
}

/**
 * Which records brought a change: of the records that a field names before or after, or else those that it is said
 * to rest on, or else all of its row, those that came, went or changed between the two moments; and where a later record did that to them, that later record.
 * Where a row names none of these, as a question that was answered does not, those that name what the row is about
 * or rests on.
 */
export function causesOf(changes: readonly FactChange[], restsOn: RestsOn = {}): Causes {
  const brought = new Map(changes.map((change) => [change.record, broughtBy(change)]));
  const later = (texts: readonly string[]) => [...new Set(texts.flatMap((text) => brought.get(text) ?? []))];
  let naming: ReadonlyMap<string, readonly string[]> | undefined;
  return (first, second, about, field) => {
    for (const fields of field === undefined ? [] : [[field], restsOn[field] ?? []]) {
      const own = later(textsIn([valuesOf(fields, first), valuesOf(fields, second)]));
      if (own.length > 0) return own;
    }
    const named = later([...textsIn(first), ...textsIn(second)]);
    if (named.length > 0) return named;
    naming ??= recordsByText([...changes.map(({ before }) => before), ...changes.map(({ after }) => after)]);
    const concerned = textsIn([about, valuesOf(['records'], first), valuesOf(['records'], second)]);
    return later(concerned.flatMap((text) => naming?.get(text) ?? []));
  };
}

function valuesOf(fields: readonly string[], row: Json = {}): readonly unknown[] {
  return fields.map((field) => row[field]);
}

/** The addresses of the records that hold a text, by that text. */
function recordsByText(facts: readonly (Fact | undefined)[]): ReadonlyMap<string, readonly string[]> {
  const mentioned = facts.flatMap((fact) =>
    textsIn([fact?.data, fact?.disputes]).map((text) => ({ text, record: fact?.record ?? '' })),
  );
  const groups = Map.groupBy(mentioned, ({ text }) => text);
  return new Map([...groups].map(([text, held]) => [text, held.map(({ record }) => record)]));
}

function changesOfFacts(before: Knowledge, after: Knowledge): FactChange[] {
  const [first, second] = [byRecord(before.facts), byRecord(after.facts)];
  const [old, now] = [byAddress(before.dossiers), byAddress(after.dossiers)];
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((record) => !isSame(first.get(record), second.get(record)))
    .map((record) => ({
      record,
      before: first.get(record),
      after: second.get(record),
      old: old.get(record),
      now: now.get(record),
    }));
}

function broughtBy({ record, old, now }: FactChange): readonly string[] {
  const known = new Set(old && addressesIn(old));
  const later = now ? addressesIn(now).filter((one) => !known.has(one)) : [];
  return later.length > 0 && known.size > 0 ? later : [record];
}

function byRecord(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(facts.map((fact) => [fact.record, fact]));
}

function byAddress(dossiers: readonly Dossier[]): Map<string, Dossier> {
  return new Map(dossiers.map((dossier) => [dossier.record.address, dossier]));
}

/** Every text in a row: whatever names a record, under whatever field. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
