import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { datesOf } from './edtf-dates.js';
import {
  isCalendarTime,
  Nullable,
  Optional,
  OrNull,
  RefersToMany,
  TIMESTAMP,
  Timestamp,
  Words,
  Zone,
} from './fields.js';
import { marked, mayBe } from './marks.js';

export const precisions = [
  'minute',
  'part_of_day',
  'day',
  'week',
  'year',
  'interval',
  'before',
  'after',
  'unknown',
] as const;
export type Precision = (typeof precisions)[number];

@JSONSchema({
  description:
    'A half-open interval [from, to) in which something happened; null means unbounded. ' +
    'timeZone is an IANA name or a fixed offset; null means that the place is unknown. ' +
    'after and before name records that fix an order where clocks do not.',
})
export class When {
  @OrNull()
  @Timestamp()
  from!: string | null;

  @OrNull()
  @Timestamp()
  to!: string | null;

  @IsIn(precisions)
  precision!: Precision;

  @Nullable()
  @Zone()
  timeZone?: string | null;

  /** The source's own words. */
  @Optional()
  @Words()
  text?: string;

  @Optional()
  @IsIn(['stated', 'derived'])
  basis?: 'stated' | 'derived';

  @Optional()
  @RefersToMany('record')
  after?: string[];

  @Optional()
  @RefersToMany('record')
  before?: string[];
}

/** Whether a text can stand for a When: a timestamp, or an EDTF level 0 or 1 date or interval. */
export function isWhenText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 64) return false;
  return TIMESTAMP.test(value) ? isCalendarTime(value) : datesOf(value) !== undefined;
}

/** The schema of a text that can stand for a When. */
export const WHEN_TEXT = {
  type: 'string',
  description: 'An RFC 3339 instant (precision minute), or an EDTF level 0/1 date or interval',
} as const;
const WHEN_SCHEMA = { oneOf: [{ $ref: '#/components/schemas/When' }, WHEN_TEXT] };

/** A When as an object, or as a text that the service expands into one. */
export function WhenField(options: { optional?: boolean } = {}): PropertyDecorator {
  const isGiven = (value: unknown) => isWhenText(value) || (options.optional === true && value === undefined);
  return (target, property) => {
    const message = '$property must be a When, an RFC 3339 instant or an EDTF date or interval';
    for (const decorate of [
      ValidateIf((_o, value) => !isGiven(value)),
      IsObject({ message }),
      ValidateNested({ message }),
      Type(() => When),
      JSONSchema(WHEN_SCHEMA),
      marked('when', { nested: () => When.prototype }),
    ])
      decorate(target, String(property));
    if (options.optional === true) mayBe('absent')(target, property);
  };
}
