import { IsIn } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Optional, RefersTo, RefersToMany, Slug, Words } from './fields.js';

export const positionKinds = [
  'goal',
  'demand',
  'offer',
  'condition',
  'red_line',
  'stance',
  'undisclosed',
] as const;
export const phases = ['before', 'at_table', 'after'] as const;
export type Phase = (typeof phases)[number];

@JSONSchema({
  description:
    'A party holds a position on an issue, by its own account or by that of another (accordingTo). ' +
    'A phase given here overrides the one that its time would give.',
})
export class PositionTaken {
  @RefersTo('summit')
  summitId!: string;

  @RefersTo('actor')
  party!: string;

  @Slug()
  issue!: string;

  @IsIn(positionKinds)
  kind!: (typeof positionKinds)[number];

  @Optional()
  @IsIn(phases)
  phase?: Phase;

  @Words()
  content!: string;

  @Optional()
  @RefersTo('actor')
  addressedTo?: string;

  @Optional()
  @RefersToMany('record')
  basis?: string[];
}
