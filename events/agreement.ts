import { ArrayNotEmpty, IsBoolean, IsIn, IsInt, Min, ValidateIf } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import {
  ID,
  Id,
  Nested,
  NestedList,
  Optional,
  RefersTo,
  RefersToMany,
  Slug,
  Timestamp,
  Words,
} from './fields.js';

export class SignedAgreement {
  @Id()
  agreementId!: string;

  @Words()
  title!: string;
}

export class Signatory {
  @RefersTo('actor')
  actorId!: string;

  @RefersTo('actor')
  forParty!: string;
}

@JSONSchema({
  description: 'Signatures were put under one or more agreements, by persons for their parties.',
})
export class SigningHeld {
  @RefersTo('summit')
  summitId!: string;

  @Optional()
  @Id()
  itemId?: string;

  @NestedList(() => SignedAgreement, { code: 'agreement_required', mayBeEmpty: false })
  agreements!: SignedAgreement[];

  @NestedList(() => Signatory, { mayBeEmpty: false })
  signatories!: Signatory[];

  @Optional()
  @Timestamp()
  start?: string;

  @Optional()
  @Timestamp()
  end?: string;

  @Optional()
  @Words()
  place?: string;
}

export class PapersReady {
  @IsBoolean()
  value!: boolean;

  @RefersTo('actor')
  accordingTo!: string;

  @Optional()
  @RefersToMany('record')
  basis?: string[];
}

@JSONSchema({
  description:
    'A planned signing will not take place. Who canceled and who announced it are two fields; a reason ' +
    'names whose account it is.',
})
export class SigningCanceled {
  @RefersTo('summit')
  summitId!: string;

  @Id()
  itemId!: string;

  @Optional()
  @Id()
  agreementId?: string;

  @Optional()
  @RefersTo('actor')
  canceledBy?: string;

  @Optional()
  @RefersTo('actor')
  announcedBy?: string;

  @Optional()
  @Words()
  reason?: string;

  @Optional()
  @RefersTo('actor')
  reasonAccordingTo?: string;

  @Optional()
  @Nested(() => PapersReady)
  papersReady?: PapersReady;
}

export class Term {
  @IsInt()
  @Min(1)
  n!: number;

  @Slug()
  issue!: string;

  @Words()
  content!: string;

  @Optional()
  @RefersTo('actor')
  obligor?: string;

  @Optional()
  @Words()
  inExchangeFor?: string;
}

@JSONSchema({
  description:
    'Terms are known before or without a conclusion, as somebody reports them. A later outline of the ' +
    'same agreement replaces this one.',
})
export class AgreementOutlined {
  @RefersTo('summit')
  summitId!: string;

  @Id()
  agreementId!: string;

  @Optional()
  @Words()
  title?: string;

  @RefersTo('actor')
  reportedBy!: string;

  @IsIn(['draft', 'tentative', 'leaked', 'final_text'])
  status!: 'draft' | 'tentative' | 'leaked' | 'final_text';

  @NestedList(() => Term, { code: 'terms_required', mayBeEmpty: false })
  terms!: Term[];
}

export class Reservation {
  @RefersTo('actor')
  party!: string;

  @Words()
  content!: string;
}

@JSONSchema({
  description: 'An agreement was concluded without a signing ceremony, by all parties or by some.',
})
export class AgreementAdopted {
  @RefersTo('summit')
  summitId!: string;

  @Id()
  agreementId!: string;

  @IsIn(['consensus', 'vote', 'joint_statement', 'communique', 'verbal'])
  mode!: 'consensus' | 'vote' | 'joint_statement' | 'communique' | 'verbal';

  @ValidateIf((_o, value) => value !== 'all')
  @RefersToMany('actor')
  @ArrayNotEmpty()
  @JSONSchema({
    oneOf: [
      { type: 'string', enum: ['all'] },
      { type: 'array', items: { type: 'string', pattern: ID.source }, minItems: 1 },
    ],
  })
  parties!: string[] | 'all';

  @Optional()
  @NestedList(() => Term)
  terms?: Term[];

  @Optional()
  @NestedList(() => Reservation)
  reservations?: Reservation[];
}

@JSONSchema({ description: 'A party leaves what it had adopted or signed. The adoption stays on record.' })
export class EndorsementWithdrawn {
  @RefersTo('summit')
  summitId!: string;

  @Id()
  agreementId!: string;

  @RefersTo('actor')
  party!: string;

  @Words()
  medium!: string;

  @Optional()
  @Words()
  reason?: string;
}
