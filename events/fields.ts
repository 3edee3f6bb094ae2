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
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Temporal } from 'temporal-polyfill';
import { marked, mayBe, nesting, type ReferenceKind } from './marks.js';

/** Ids that clients choose: actors, sources, summits, items, records. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** A record's own id; all digits are kept for ids that default to the revision. */
export const RECORD_ID = /^(?!\d+$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** `<stream>/<recordId>`, for example `summit-hanoi-2019/H38`. */
export const ADDRESS = /^[a-z]+-[A-Za-z0-9][A-Za-z0-9._:-]{0,128}\/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Issues and topics: free, but of one spelling. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** RFC 3339; the offset may be missing here, and is asked for by name (`time_zone_required`) later. */
export const TIMESTAMP = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
/** A clock on a wall, without a zone: `2019-02-28T09:00`. */
export const WALL_CLOCK = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d(:\d\d)?$/;
export const DATE = /^\d{4}-\d\d-\d\d$/;

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
  return all(
    ValidateIf((_object, value) => value !== undefined),
    mayBe('absent'),
  );
}

/** The field is there, although the class that this one extends lets it be absent. */
export function Required(): PropertyDecorator {
  return all(
    ValidateIf(() => true),
    mayBe(),
  );
}

/** The field may be absent or null. */
export function Nullable(): PropertyDecorator {
  return all(
    ValidateIf((_object, value) => value !== undefined && value !== null),
    mayBe('absent', 'null'),
  );
}

/** The field is there, and may be null. */
export function OrNull(): PropertyDecorator {
  return all(
    ValidateIf((_object, value) => value !== null),
    mayBe('null'),
  );
}

/** A text that is not empty. */
export function Words(options: ValidationOptions & { max?: number } = {}): PropertyDecorator {
  const { max = 10_000, ...rest } = options;
  return all(IsString(rest), IsNotEmpty(rest), HasSomethingToSee(rest), MaxLength(max, rest));
}

/** Letters, digits, punctuation or signs: white space and what is not printed say nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

function HasSomethingToSee(options: ValidationOptions): PropertyDecorator {
  return Matches(VISIBLE, {
    message: '$property must hold at least one character that can be seen',
    ...options,
  });
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
export const Timestamp = () =>
  all(
    matching(TIMESTAMP, 'an RFC 3339 timestamp with offset'),
    IsCalendarTime(),
    schema({ format: 'date-time' }),
    marked('timestamp'),
  );
export const WallClock = () =>
  all(matching(WALL_CLOCK, 'a wall-clock time like 2019-02-28T09:00, without offset'), IsCalendarTime());
export const LocalDate = () =>
  all(matching(DATE, 'a date like 2019-02-28'), IsCalendarTime(), schema({ format: 'date' }));

/** An IANA time zone, or a fixed offset such as +07:00. */
export function Zone(options: ValidationOptions = {}): PropertyDecorator {
  const isOne = ValidateBy(
    { name: 'isZone', validator: { validate: isZone } },
    { message: '$property must be an IANA time zone or a fixed offset such as +07:00', ...options },
  );
  return all(isOne, schema({ type: 'string' }));
}

/** Zones that were found to exist, which takes long to find out; there are no more than some thousand. */
const zones = new Set<string>();
/** `IST` is the time of three countries, and no database of zones knows it: a name of a place, or an offset, is one. */
const ABBREVIATION = /^(?!(?:UTC|GMT)$)[A-Z]{2,5}(?:\d[A-Z]{3})?$/;

/**
 * Whether a value is an IANA time zone or a fixed offset such as +07:00, as all that reads times here can use it.
 * Abbreviations are none.
 */
export function isZone(value: unknown): value is string {
  if (typeof value === 'string' && zones.has(value)) return true;
  // What is asked also takes an offset with a typographic minus, with which no RFC 3339 timestamp can be written.
  if (typeof value !== 'string' || !/^[\w+:/-]+$/.test(value) || ABBREVIATION.test(value)) return false;
  try {
    // Each takes something that the other does not: Intl abbreviations of its own, Temporal whole timestamps.
    new Intl.DateTimeFormat('en', { timeZone: value });
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
    zones.add(value);
    return true;
  } catch {
    return false;
  }
}

/** Refuses days that no calendar has, such as 2019-02-30, and clocks that no day has. */
function IsCalendarTime(): PropertyDecorator {
  return (target, property) =>
    ValidateBy(
      { name: 'isCalendarTime', validator: { validate: isCalendarTime } },
      { message: '$property must be a time that exists in the calendar' },
    )(target, String(property));
}

/** Whether the date of a timestamp or date exists, and its clock too. */
export function isCalendarTime(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const day = value.slice(0, 10);
  const atNoon = new Date(`${day}T12:00:00Z`);
  const isDay = !Number.isNaN(atNoon.getTime()) && atNoon.toISOString().startsWith(day);
  return isDay && !Number.isNaN(Date.parse(value));
}

function pointing(kind: ReferenceKind, many: boolean, options?: ValidationOptions): PropertyDecorator {
  const shaping = many ? { each: true } : options;
  const shape =
    kind === 'record'
      ? matching(ADDRESS, 'a record address: <stream>/<recordId>', shaping)
      : Id({ message: `$property must be the id of a registered ${kind}`, ...shaping });
  return (target, property) => {
    shape(target, property);
    if (many) IsArray(options)(target, String(property));
    marked(kind, { listed: many })(target, property);
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
    nesting(() => type().prototype as object)(target, property);
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
    nesting(() => type().prototype as object)(target, property);
  };
}
