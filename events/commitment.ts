import { ArrayNotEmpty, IsIn } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Id, Nested, Optional, RefersTo, RefersToMany, Slug, Words, WordsList } from './fields.js';
import { Occasion } from './statement.js';
import { WhenField, type When } from './when.js';

@JSONSchema({
  description:
    'Somebody promised something to somebody, as told by one of them or by a third. A promise known only ' +
    "from the promisee is never shown as the promisor's own word.",
})
export class CommitmentMade {
  @Id()
  commitmentId!: string;

  @RefersToMany('summit')
  summitIds!: string[];

  @RefersTo('actor')
  promisor!: string;

  @RefersTo('actor')
  promisee!: string;

  @IsIn(['verbal', 'written', 'signed'])
  form!: 'verbal' | 'written' | 'signed';

  @Slug()
  issue!: string;

  @Words()
  content!: string;

  @Optional()
  @WordsList()
  quotes?: string[];

  @Optional()
  @Words()
  condition?: string;

  @WhenField({ optional: true })
  deadline?: When;

  @Optional()
  @Nested(() => Occasion)
  occasion?: Occasion;

  @IsIn(['self', 'reported_by_promisee', 'third_party'])
  attribution!: 'self' | 'reported_by_promisee' | 'third_party';

  @Optional()
  @RefersToMany('record')
  basis?: string[];
}

@JSONSchema({ description: 'Somebody has judged how a commitment stands, on named records. Repeatable.' })
export class CommitmentAssessed {
  @Id()
  commitmentId!: string;

  @IsIn(['in_the_works', 'stalled', 'compromise', 'kept', 'broken', 'superseded'])
  status!: 'in_the_works' | 'stalled' | 'compromise' | 'kept' | 'broken' | 'superseded';

  @RefersTo('actor')
  assessor!: string;

  @RefersToMany('record', { context: { code: 'basis_required' } })
  @ArrayNotEmpty({ context: { code: 'basis_required' } })
  basis!: string[];
}
