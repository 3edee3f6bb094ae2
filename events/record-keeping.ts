import { ArrayNotEmpty, IsIn, IsObject, ValidateIf } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Nested, Nullable, Optional, RefersTo, RefersToMany, Timestamp, Words } from './fields.js';
import { marked, mayBe } from './marks.js';
import { isWhenText, WHEN_TEXT, type When } from './when.js';

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

/** What a patch says of a time. Whether the patched time has its shape is asked of the result. */
function PatchedWhen(): PropertyDecorator {
  return (target, property) => {
    ValidateIf((_o, value) => value !== undefined && value !== null && !isWhenText(value))(target, property);
    IsObject({ message: '$property must be a part of a When, or an instant or EDTF text' })(
      target,
      String(property),
    );
    JSONSchema({ oneOf: [{ type: 'object' }, WHEN_TEXT] })(target, String(property));
    marked('when')(target, property);
    mayBe('absent', 'null')(target, property);
  };
}

@JSONSchema({
  description: 'A JSON merge patch (RFC 7396) of a record: what it holds replaces, null removes.',
})
export class Patch {
  @Optional()
  @IsObject()
  data?: Record<string, unknown>;

  /** A whole time as text, or the parts of one that change; null keeps its meaning: unbounded. */
  @PatchedWhen()
  occurredAt?: Partial<When> | string;

  /** As occurredAt; null alone takes the statement back. */
  @PatchedWhen()
  disclosedAt?: Partial<When> | string | null;

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
