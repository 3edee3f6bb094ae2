import { IsIn, IsInt, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import {
  Id,
  LocalDate,
  NestedList,
  Optional,
  RefersTo,
  RefersToMany,
  WallClock,
  Words,
  Zone,
  Nullable,
} from './fields.js';

export const meetingKinds = [
  'arrival',
  'one_on_one',
  'expanded',
  'plenary',
  'meal',
  'press_conference',
  'media_availability',
  'ceremony',
  'travel',
  'other',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];
export const itemKinds = [...meetingKinds, 'signing'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One line of a programme. Planned times are wall-clock in `timeZone`, by default the summit's. */
export class PlannedItem {
  @Id()
  itemId!: string;

  @IsInt()
  @Min(0)
  order!: number;

  @IsIn(itemKinds)
  kind!: ItemKind;

  @Words()
  title!: string;

  @Optional()
  @WallClock()
  plannedStart?: string;

  @Optional()
  @WallClock()
  plannedEnd?: string;

  @Optional()
  @Zone()
  timeZone?: string;

  @Optional()
  @Words()
  place?: string;

  @Optional()
  @RefersToMany('actor')
  participants?: string[];

  @Optional()
  @Id()
  parentItemId?: string;
}

@JSONSchema({
  description:
    'A publisher has issued a whole programme, of one day or of the summit. Its revision numbers are its ' +
    'own; an item that a later revision no longer lists is dropped. occurredAt is when it was issued.',
})
export class SchedulePublished {
  @RefersTo('summit')
  summitId!: string;

  @RefersTo('actor')
  publisher!: string;

  @IsInt()
  @Min(0)
  revision!: number;

  @Optional()
  @LocalDate()
  day?: string;

  @NestedList(() => PlannedItem)
  items!: PlannedItem[];
}

@JSONSchema({
  description:
    'One change to an item was announced between revisions. Without a publisher it holds for every plan ' +
    'that lists the item. null clears a field, and "postponed" the planned times, until a later change sets them. ' +
    '"reinstated" puts a canceled item back on.',
})
export class ScheduleItemChanged {
  @RefersTo('summit')
  summitId!: string;

  @Id()
  itemId!: string;

  @IsIn(['rescheduled', 'postponed', 'moved', 'revised', 'reinstated'])
  change!: 'rescheduled' | 'postponed' | 'moved' | 'revised' | 'reinstated';

  @Nullable()
  @WallClock()
  plannedStart?: string | null;

  @Nullable()
  @WallClock()
  plannedEnd?: string | null;

  @Optional()
  @Zone()
  timeZone?: string;

  @Nullable()
  @Words()
  place?: string | null;

  @Optional()
  @Words()
  title?: string;

  @Nullable()
  @RefersToMany('actor')
  participants?: string[] | null;

  @RefersTo('actor')
  announcedBy!: string;

  @Optional()
  @RefersTo('actor')
  publisher?: string;
}
