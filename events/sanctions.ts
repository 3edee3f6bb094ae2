import { IsIn } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Id, Optional, RefersTo, RefersToMany, Words, WordsList } from './fields.js';

@JSONSchema({ description: 'The state of a sanctions regime at a time, as somebody reports it.' })
export class SanctionsReported {
  @Id()
  regimeId!: string;

  @Optional()
  @RefersToMany('summit')
  summitIds?: string[];

  @RefersTo('actor')
  imposer!: string;

  @RefersTo('actor')
  target!: string;

  @IsIn(['in_force', 'continues', 'eased', 'lifted', 'extended'])
  status!: 'in_force' | 'continues' | 'eased' | 'lifted' | 'extended';

  @Optional()
  @WordsList()
  measures?: string[];

  @Optional()
  @Words()
  scope?: string;

  @Optional()
  @Words()
  releaseCondition?: string;
}
