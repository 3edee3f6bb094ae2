import { IsIn } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { NestedList, Nullable, Optional, RecordId, RefersTo, Timestamp, Words } from './fields.js';
import { WhenField, type When } from './when.js';

@JSONSchema({ description: 'Where an account was read, and through whom it came.' })
export class Evidence {
  @RefersTo('source')
  sourceId!: string;

  /** Where in the source: a line, page or time mark. A quote needs one. */
  @Optional()
  @Words({ max: 500 })
  locator?: string;

  /** The source through which this one was read. */
  @Nullable()
  @RefersTo('source')
  via?: string | null;

  @Optional()
  @IsIn(['direct', 'second_hand'])
  kind?: 'direct' | 'second_hand';
}

/** What may stand beside the data of any record but a registration. */
export abstract class RecordFields {
  @Optional()
  @RecordId()
  recordId?: string;

  /** When it became public. */
  @WhenField({ optional: true })
  disclosedAt?: When;

  @Optional()
  @Timestamp()
  embargoUntil?: string;

  /** "explicit": the source says it. "implied": it leaves no other sensible reading. */
  @Optional()
  @IsIn(['explicit', 'implied'])
  certainty?: 'explicit' | 'implied';

  /** What the account leaves open, in words. */
  @Optional()
  @Words()
  unknown?: string;

  @Optional()
  @Words()
  note?: string;
}

/** A fact as somebody tells it: when it happened, whose account it is, and where we read it. */
export abstract class Account extends RecordFields {
  @WhenField()
  occurredAt!: When;

  @RefersTo('actor')
  accordingTo!: string;

  @NestedList(() => Evidence, { code: 'source_required', mayBeEmpty: false })
  sources!: Evidence[];

  /** "contest" records the fact and the dispute where "refuse" would answer `contradicts_record`. */
  @Optional()
  @IsIn(['refuse', 'contest'])
  onContradiction?: 'refuse' | 'contest';
}

/** What a record about another record may say of the world: when it was made, by whom, on what evidence. */
export abstract class KeepingAccount extends RecordFields {
  @WhenField({ optional: true })
  occurredAt?: When;

  @Optional()
  @RefersTo('actor')
  accordingTo?: string;

  @Optional()
  @NestedList(() => Evidence)
  sources?: Evidence[];
}
