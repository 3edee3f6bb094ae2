import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsDefined,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

/** Ids that clients choose: actors, sources, summits, items, records. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** A record's own id; all digits are kept for ids that default to the revision. */
export const RECORD_ID = /^(?!\d+$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** `<stream>/<recordId>`, for example `summit-hanoi-2019/H38`. */
export const ADDRESS = /^[a-z]+-[A-Za-z0-9][A-Za-z0-9._:-]{0,128}\/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Issues and topics: free, but of one spelling. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** RFC 3339; the offset may be missing here, and is asked for by name (`time_zone_required`) later. */
export const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
/** A clock on a wall, without a zone: `2019-02-28T09:00`. */
export const WALL_CLOCK = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
export const DATE = /^\d{4}-\d\d-\d\d$/;

/** What a field points at. Existence is checked for each kind in one place. */
export type ReferenceKind = 'actor' | 'source' | 'summit' | 'record';
interface Pointer {
  readonly field: string;
  readonly kind?: ReferenceKind;
  readonly nested?: () => object;
}
export interface Reference {
  readonly kind: ReferenceKind;
  /** Where in the body the reference stands, for example `data.participants.0.actorId`. */
  readonly path: string;
  readonly id: string;
}

const POINTERS = 'summit-ledger:pointers';

function pointersOf(target: object): Pointer[] {
  const found: unknown = Reflect.getMetadata(POINTERS, target);
  return Array.isArray(found) ? found : [];
}

function addPointer(pointer: Pointer): PropertyDecorator {
  return (target) => {
    Reflect.defineMetadata(POINTERS, [...pointersOf(target), pointer], target);
  };
}

function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [...decorators].reverse()) decorate(target, property);
  };
}

function each(options: ValidationOptions | undefined, many: boolean): ValidationOptions {
  return { ...options, each: many };
}

/** JSONSchema of the library, with the type that its use on a property has. */
function schema(fields: Parameters<typeof JSONSchema>[0]): PropertyDecorator {
  return (target, property) => JSONSchema(fields)(target, String(property));
}

/** The field may be absent. `null` is a value, not an absence. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** The field may be absent or null. */
export function Nullable(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined && value !== null);
}

/** A text that is not empty. */
export function Words(options: ValidationOptions & { max?: number } = {}): PropertyDecorator {
  const { max = 10_000, ...rest } = options;
  return all(IsString(rest), IsNotEmpty(rest), MaxLength(max, rest));
}

/** A list of texts, none of them empty. */
export function WordsList(options: ValidationOptions = {}): PropertyDecorator {
  return all(IsArray(options), Words(each(options, true)));
}

function matching(pattern: RegExp, what: string, options: ValidationOptions = {}): PropertyDecorator {
  return Matches(pattern, { message: `$property must be ${what}`, ...options });
}

export const Id = (options?: ValidationOptions) =>
  matching(ID, 'an id: letters, digits, ".", "_", "-", at most 64', options);
export const RecordId = () =>
  matching(RECORD_ID, 'an id that is not all digits: letters, digits, ".", "_", "-", at most 64');
export const Slug = (options?: ValidationOptions) =>
  matching(SLUG, 'a slug: lower-case words joined by "-"', options);
export const Timestamp = (options?: ValidationOptions) =>
  all(matching(TIMESTAMP, 'an RFC 3339 timestamp with offset', options), schema({ format: 'date-time' }));
export const WallClock = () =>
  matching(WALL_CLOCK, 'a wall-clock time like 2019-02-28T09:00, without offset');
export const LocalDate = () => all(matching(DATE, 'a date like 2019-02-28'), schema({ format: 'date' }));

function pointing(kind: ReferenceKind, many: boolean, options?: ValidationOptions): PropertyDecorator {
  const shape =
    kind === 'record'
      ? matching(ADDRESS, 'a record address: <stream>/<recordId>', each(options, many))
      : Id({ ...each(options, many), message: `$property must be the id of a registered ${kind}` });
  return (target, property) => {
    shape(target, property);
    if (many) IsArray(options)(target, property as string);
    addPointer({ field: String(property), kind })(target, property);
  };
}

/** The id of a registered actor, source or summit; or the address of a record. */
export const RefersTo = (kind: ReferenceKind, options?: ValidationOptions) => pointing(kind, false, options);
export const RefersToMany = (kind: ReferenceKind, options?: ValidationOptions) =>
  pointing(kind, true, options);

/** An object of its own class, refused when it is missing, a list or something else. */
export function Nested(type: () => new () => object, options?: ValidationOptions): PropertyDecorator {
  return (target, property) => {
    all(IsDefined(options), IsObject(options), ValidateNested(options), Type(type))(target, property);
    addPointer({ field: String(property), nested: () => type().prototype as object })(target, property);
  };
}

/** A list of objects of one class; `code` names the refusal when it is missing or empty. */
export function NestedList(
  type: () => new () => object,
  options: { code?: string; mayBeEmpty?: boolean } = {},
): PropertyDecorator {
  const context: ValidationOptions = options.code ? { context: { code: options.code } } : {};
  return (target, property) => {
    all(
      ValidateNested({ each: true }),
      IsObject({ each: true }),
      IsArray(context),
      ...(options.mayBeEmpty === false ? [ArrayNotEmpty(context)] : []),
      Type(type),
    )(target, property);
    addPointer({ field: String(property), nested: () => type().prototype as object })(target, property);
  };
}

/**
 * Everything that a body points at, in the order in which the classes declare their fields.
 * `prototype` is that of the class that describes `value`.
 */
export function referencesIn(prototype: object, value: unknown, path = ''): Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  return pointersOf(prototype).flatMap((pointer) => {
    const held: unknown = (value as Record<string, unknown>)[pointer.field]; // validated against the class
    const at = path === '' ? pointer.field : `${path}.${pointer.field}`;
    const items = Array.isArray(held)
      ? held.map((item, i) => [`${at}.${i}`, item] as const)
      : [[at, held] as const];
    return items.flatMap(([where, item]): Reference[] => {
      if (pointer.nested) return referencesIn(pointer.nested(), item, where);
      return pointer.kind && typeof item === 'string' ? [{ kind: pointer.kind, path: where, id: item }] : [];
    });
  });
}
