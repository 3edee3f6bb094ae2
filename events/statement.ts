import { IsBoolean, IsIn, Matches } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Id, Nested, Optional, RefersTo, RefersToMany, Slug, Words, WordsList } from './fields.js';

/** Where something was said: at a meeting on record, or in words. */
export class Occasion {
  @Optional()
  @Id()
  meetingId?: string;

  @Optional()
  @Words()
  text?: string;
}

@JSONSchema({
  description:
    'Somebody said something: one utterance, quoted, paraphrased, or declined. role and affiliation are ' +
    'what they were then. Quotes are kept in order as printed, insertions included.',
})
export class StatementIssued {
  @Id()
  statementId!: string;

  @RefersToMany('summit')
  summitIds!: string[];

  @RefersTo('actor', { context: { code: 'unknown_actor' } })
  speaker!: string;

  @Optional()
  @Words()
  role?: string;

  @Optional()
  @RefersTo('actor')
  affiliation?: string;

  @Optional()
  @RefersTo('actor')
  onBehalfOf?: string;

  @Optional()
  @Nested(() => Occasion)
  occasion?: Occasion;

  @Optional()
  @Words()
  medium?: string;

  @IsIn(['statement', 'assessment', 'background'])
  genre!: 'statement' | 'assessment' | 'background';

  @IsIn(['quote', 'paraphrase', 'declined_to_answer'])
  form!: 'quote' | 'paraphrase' | 'declined_to_answer';

  @Optional()
  @WordsList()
  quotes?: string[];

  @Optional()
  @Words()
  paraphrase?: string;

  /** BCP 47, for example `en` or `ko-KP`. */
  @Optional()
  @Matches(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: '$property must be a BCP 47 language tag' })
  language?: string;

  @Optional()
  @IsBoolean()
  interpreted?: boolean;

  @Optional()
  @Words()
  question?: string;

  @Optional()
  @Slug()
  topic?: string;

  @Optional()
  @WordsList()
  editorialInsertions?: string[];

  @Optional()
  @RefersToMany('record')
  about?: string[];

  /** Records an utterance although the same words of the same speaker are on record for that time. */
  @Optional()
  @IsBoolean()
  allowDuplicate?: boolean;
}
