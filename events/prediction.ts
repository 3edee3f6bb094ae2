import { ArrayNotEmpty, IsIn, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Id, Optional, RefersTo, RefersToMany, Words, WordsList } from './fields.js';

@JSONSchema({
  description: 'Somebody stated an expectation before the outcome. The claim itself never changes.',
})
export class PredictionMade {
  @Id()
  predictionId!: string;

  @RefersToMany('summit')
  summitIds!: string[];

  @RefersTo('actor')
  by!: string;

  @Words()
  claim!: string;

  @Optional()
  @WordsList()
  quotes?: string[];

  @Optional()
  @Words()
  rationale?: string;

  @Optional()
  @RefersToMany('record')
  about?: string[];

  @Optional()
  @Words()
  horizon?: string;

  @Optional()
  @Words()
  hedge?: string;

  @Optional()
  @Words()
  condition?: string;

  @Optional()
  @Min(0)
  @Max(1)
  probability?: number;

  @Optional()
  @Words()
  criteria?: string;

  @Optional()
  @RefersToMany('record')
  basis?: string[];
}

@JSONSchema({
  description: 'A prediction has met its outcome, once; only a correction or retraction changes it.',
})
export class PredictionResolved {
  @Id()
  predictionId!: string;

  @IsIn(['fulfilled', 'partly', 'defied', 'unresolvable'])
  outcome!: 'fulfilled' | 'partly' | 'defied' | 'unresolvable';

  @RefersTo('actor')
  resolvedBy!: string;

  @RefersToMany('record', { context: { code: 'basis_required' } })
  @ArrayNotEmpty({ context: { code: 'basis_required' } })
  basis!: string[];
}
