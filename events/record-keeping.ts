import { ArrayNotEmpty, IsIn, IsObject, ValidateIf } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Nested, Nullable, Optional, RefersTo, RefersToMany, Timestamp, Words } from './fields.js';
import { WhenField, type When } from './when.js';

@JSONSchema({ description: 'One more source tells the same fact. Its own wording is kept as the rendering.' })
export class RecordCorroborated {
  @RefersTo('record')
  target!: string;

  @Optional()
  @Words()
  rendering?: string;
}

@JSONSchema({ description: 'Two accounts disagree. Neither is removed; views show what is contested.' })
export class RecordDisputed {
  @RefersTo('record')
  target!: string;

  @Optional()
  @Words()
  field?: string;

  @RefersTo('actor', { context: { code: 'account_required' } })
  by!: string;

  @Optional()
  @RefersTo('record')
  counterRecord?: string;
}

@JSONSchema({
  description: 'A JSON merge patch (RFC 7396) of a record: what it holds replaces, null removes.',
})
export class Patch {
  @Optional()
  @IsObject()
  data?: Record<string, unknown>;

  @WhenField({ optional: true })
  occurredAt?: When;

  @ValidateIf((_o, value) => value !== null)
  @WhenField({ optional: true })
  disclosedAt?: When | null;

  @Nullable()
  @Timestamp()
  embargoUntil?: string | null;

  @Optional()
  @RefersTo('actor')
  accordingTo?: string;

  @Optional()
  @IsIn(['explicit', 'implied'])
  certainty?: 'explicit' | 'implied';
}

@JSONSchema({
  description:
    "A record has a newer wording of the same fact. cause tells the ledger's own error from news and from " +
    'a correction by the source. The older wording stays readable.',
})
export class RecordCorrected {
  @RefersTo('record')
  target!: string;

  @Nested(() => Patch)
  patch!: Patch;

  @Words({ context: { code: 'reason_required' } })
  reason!: string;

  @IsIn(['error', 'new_information', 'source_corrected'])
  cause!: 'error' | 'new_information' | 'source_corrected';
}

@JSONSchema({
  description:
    'A record should not count any more, by decision of the ledger or of its publisher. It stays readable, ' +
    'and a retraction of this retraction restores it.',
})
export class RecordRetracted {
  @RefersTo('record')
  target!: string;

  @Words()
  reason!: string;

  @IsIn(['ledger', 'publisher'])
  by!: 'ledger' | 'publisher';

  @Optional()
  @RefersTo('record')
  replacedBy?: string;
}

@JSONSchema({
  description:
    'The same fact was recorded more than once. The survivor stands for the duplicates; a retraction of ' +
    'this record brings them back.',
})
export class RecordsMerged {
  @RefersTo('record')
  survivor!: string;

  @RefersToMany('record')
  @ArrayNotEmpty()
  duplicates!: string[];

  @Words()
  reason!: string;
}
