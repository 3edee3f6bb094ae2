import 'reflect-metadata';

/** What a field refers to. Existence is checked for each kind in one place. */
export type ReferenceKind = 'actor' | 'source' | 'summit' | 'record';
/** What the value of a field means, beyond its shape: a reference, or a time to read. */
export type Role = ReferenceKind | 'timestamp' | 'when';
interface Marked {
  readonly field: string;
  readonly role?: Role;
  readonly nested?: () => object;
  /** Only the items of a list mean that; a word in the place of the list, such as `all`, does not. */
  readonly listed?: boolean;
}
/** A value in a body, found by what it means. */
export interface MarkedValue {
  readonly role: Role;
  /** Where in the body it stands, for example `data.participants.0.actorId`. */
  readonly path: string;
  readonly value: unknown;
}

const MARKS = 'summit-ledger:marks';

function marksOf(target: object): Marked[] {
  // Written by the two functions below and by nothing else.
  return (Reflect.getMetadata(MARKS, target) ?? []) as Marked[];
}

/** Says what the value of a field means. */
export function marked(role: Role, more: Pick<Marked, 'nested' | 'listed'> = {}): PropertyDecorator {
  return (target, property) => {
    const mark: Marked = { field: String(property), role, ...more };
    Reflect.defineMetadata(MARKS, [...marksOf(target), mark], target);
  };
}

/** Says that a field holds objects of a class of their own. */
export function nesting(nested: () => object): PropertyDecorator {
  return (target, property) => {
    const mark: Marked = { field: String(property), nested };
    // A class that declares the field of its parent anew says again what it holds.
    const others = marksOf(target).filter((other) => other.role || other.field !== mark.field);
    Reflect.defineMetadata(MARKS, [...others, mark], target);
  };
}

/** What a field may hold in place of its value. */
export type Absence = 'absent' | 'null';
const ABSENCES = 'summit-ledger:absences';

/** What the fields of a class may hold in place of their values; for schemas. */
export function absencesOf(prototype: object): Readonly<Record<string, readonly Absence[]>> {
  const found: unknown = Reflect.getMetadata(ABSENCES, prototype);
  // Written by `mayBe` below and by nothing else.
  return (found ?? {}) as Record<string, readonly Absence[]>;
}

/** Notes for schemas that a field may be absent or null; a validator sees to it. */
export function mayBe(...absences: Absence[]): PropertyDecorator {
  return (target, property) => {
    const noted = { ...absencesOf(target), [String(property)]: absences };
    Reflect.defineMetadata(ABSENCES, noted, target);
  };
}

/**
 * Every value in a body that was marked with a role, in the order in which the classes declare their fields.
 * `prototype` is that of the class that describes `value`.
 */
export function marksIn(prototype: object, value: unknown, path = ''): MarkedValue[] {
  if (typeof value !== 'object' || value === null) return [];
  return marksOf(prototype).flatMap(({ field, role, nested, listed = false }) => {
    const held: unknown = (value as Record<string, unknown>)[field]; // an object, as was just seen
    if (held === undefined || held === null || (listed && !Array.isArray(held))) return [];
    const at = path === '' ? field : `${path}.${field}`;
    const items: (readonly [string, unknown])[] = Array.isArray(held)
      ? held.map((item, i) => [`${at}.${i}`, item])
      : [[at, held]];
    return items.flatMap(([where, item]): MarkedValue[] => [
      ...(role ? [{ role, path: where, value: item }] : []),
      ...(nested ? marksIn(nested(), item, where) : []),
    ]);
  });
}

/** The fields of a class that hold objects of classes of their own, or lists of such, with those classes' prototypes. */
export function nestingFields(prototype: object): ReadonlyMap<string, object> {
  return new Map(
    marksOf(prototype).flatMap(({ field, nested }): [string, object][] =>
      nested ? [[field, nested()]] : [],
    ),
  );
}

/** The names of the fields that are marked with a role, in some classes and all that stand in them. */
export function fieldsMarked(role: Role, prototypes: readonly object[]): ReadonlySet<string> {
  const all = new Set(prototypes.flatMap((prototype) => [prototype, ...nestedIn(prototype)]));
  return new Set(
    [...all]
      .flatMap((prototype) => marksOf(prototype).filter((mark) => mark.role === role))
      .map(({ field }) => field),
  );
}

/** The prototypes of the classes that stand inside one, at any depth. */
export function nestedIn(prototype: object, found = new Set<object>()): ReadonlySet<object> {
  for (const { nested } of marksOf(prototype)) {
    const inner = nested?.();
    if (inner && !found.has(inner)) nestedIn(inner, found.add(inner));
  }
  return found;
}
