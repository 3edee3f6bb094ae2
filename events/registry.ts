import { IsArray, IsIn, IsInt, IsUrl, Matches, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Id, LocalDate, NestedList, Optional, RefersTo, Timestamp, Words, WordsList } from './fields.js';
import { marked } from './marks.js';

export const sourceKinds = [
  'article',
  'schedule',
  'statement',
  'press_conference',
  'interview',
  'note',
  'transcript',
  'photo',
  'video',
  'document',
  'post',
  'other',
] as const;

@JSONSchema({ description: 'A source is on record and may be cited: what it is, who published it, when.' })
export class SourceRegistered {
  @Id()
  sourceId!: string;

  @IsIn(sourceKinds)
  kind!: (typeof sourceKinds)[number];

  @Optional()
  @RefersTo('actor')
  publisher?: string;

  @Optional()
  @Words()
  title?: string;

  @Optional()
  @Words()
  author?: string;

  /** A date, or an RFC 3339 timestamp with offset. */
  @Optional()
  @marked('timestamp')
  @Matches(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/, {
    message: '$property must be a date or an RFC 3339 timestamp with offset',
  })
  publishedAt?: string;

  @Optional()
  @IsUrl({ require_tld: false })
  url?: string;

  @Optional()
  @Timestamp()
  retrievedAt?: string;

  @Optional()
  @Matches(/^[0-9a-f]{64}$/, { message: '$property must be 64 hexadecimal digits' })
  sha256?: string;

  @Optional()
  @Words()
  credit?: string;

  @Optional()
  @RefersTo('source')
  via?: string;

  @Optional()
  @Timestamp()
  embargoUntil?: string;
}

export class Membership {
  @RefersTo('actor')
  org!: string;

  @Words()
  role!: string;

  @Optional()
  @LocalDate()
  from?: string;

  @Optional()
  @LocalDate()
  to?: string;
}

export const actorKinds = ['person', 'state', 'organization', 'office', 'collective', 'anonymous'] as const;

@JSONSchema({
  description:
    'An actor is on record: a person, state, organization, office, a collective, or somebody unnamed ' +
    '(one actor for each source and description, never merged with another).',
})
export class ActorRegistered {
  @Id()
  actorId!: string;

  @IsIn(actorKinds)
  kind!: (typeof actorKinds)[number];

  @IsArray()
  @WordsList()
  names!: string[];

  @Optional()
  @NestedList(() => Membership)
  memberships?: Membership[];

  @Optional()
  @Words()
  description?: string;

  /** How many they are, where it is known; of a collective or of unnamed people only. */
  @Optional()
  @IsInt()
  @Min(1)
  count?: number;
}
