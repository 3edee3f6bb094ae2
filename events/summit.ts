import { ArrayMinSize, IsIn, IsInt, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Id, NestedList, Optional, RefersTo, RefersToMany, Words, Zone } from './fields.js';
import { WhenField, type When } from './when.js';

export class PartyLabel {
  @RefersTo('actor')
  party!: string;

  @Words()
  label!: string;
}

@JSONSchema({
  description:
    'The ledger opens a summit. occurredAt is its planned days. It also makes the root item, whose ' +
    'itemId is the summitId. Clock times of its programme are in its timeZone (IANA or fixed offset).',
})
export class SummitRegistered {
  @Id()
  summitId!: string;

  @Words()
  title!: string;

  @RefersToMany('actor', { context: { code: 'parties_required' } })
  @ArrayMinSize(2, { context: { code: 'parties_required' } })
  parties!: string[];

  @Optional()
  @RefersToMany('actor')
  leaders?: string[];

  @Words()
  place!: string;

  @Zone({ context: { code: 'time_zone_required' } })
  timeZone!: string;

  @Optional()
  @Id()
  seriesId?: string;

  @Optional()
  @IsInt()
  @Min(1)
  ordinal?: number;

  @Optional()
  @RefersTo('summit')
  previous?: string;

  @Optional()
  @IsInt()
  @Min(1)
  plannedDays?: number;

  /** What each party calls the meeting. */
  @Optional()
  @NestedList(() => PartyLabel)
  labels?: PartyLabel[];
}

@JSONSchema({
  description:
    'The programme is over. Corrections, withdrawals and follow-ups may still come; items without a ' +
    'report now read no_report.',
})
export class SummitConcluded {
  @RefersTo('summit')
  summitId!: string;

  @IsIn(['as_planned', 'cut_short', 'extended', 'called_off'])
  manner!: 'as_planned' | 'cut_short' | 'extended' | 'called_off';

  @IsIn(['none', 'partial', 'full'])
  agreement!: 'none' | 'partial' | 'full';

  @Optional()
  @RefersTo('actor')
  endedBy?: string;

  @Optional()
  @Words()
  reason?: string;
}

@JSONSchema({ description: 'Somebody has said what is to come after the summit, at which level.' })
export class FollowUpAnnounced {
  @RefersTo('summit')
  summitId!: string;

  @IsIn(['leaders', 'ministers', 'teams'])
  level!: 'leaders' | 'ministers' | 'teams';

  @IsIn(['planned', 'expected', 'not_planned'])
  status!: 'planned' | 'expected' | 'not_planned';

  @Words()
  content!: string;

  @WhenField({ optional: true })
  when?: When;

  @Optional()
  @Words()
  place?: string;
}
