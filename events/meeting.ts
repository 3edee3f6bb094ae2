import { IsBoolean, IsIn } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Id, NestedList, Optional, RefersTo, Timestamp, Words } from './fields.js';
import { meetingKinds, type MeetingKind } from './schedule.js';

export const attendances = ['full', 'late', 'left_early', 'absent', 'represented_by', 'unknown'] as const;

export class Participant {
  @RefersTo('actor')
  actorId!: string;

  @Optional()
  @IsIn(attendances)
  attendance?: (typeof attendances)[number];

  @Optional()
  @RefersTo('actor')
  representedBy?: string;
}

export const extents = ['full', 'cut_short', 'overran', 'unknown'] as const;
export type Extent = (typeof extents)[number];

@JSONSchema({
  description:
    'Something took place, as an item of the programme or outside it. start and end are RFC 3339 with ' +
    'offset and lie within occurredAt; the end of a running meeting comes as a correction.',
})
export class MeetingHeld {
  @RefersTo('summit')
  summitId!: string;

  @Id()
  meetingId!: string;

  @Optional()
  @Id()
  itemId?: string;

  @IsIn(meetingKinds)
  kind!: MeetingKind;

  @Words()
  title!: string;

  @Optional()
  @Timestamp()
  start?: string;

  @Optional()
  @Timestamp()
  end?: string;

  @Optional()
  @Words()
  place?: string;

  @Optional()
  @NestedList(() => Participant)
  participants?: Participant[];

  @Optional()
  @IsIn(extents)
  extent?: Extent;

  /** Whether it was planned, as a source says; only of a meeting without itemId. */
  @Optional()
  @IsIn(['yes', 'no', 'unknown'])
  scheduled?: 'yes' | 'no' | 'unknown';

  @Optional()
  @Words()
  summary?: string;
}

@JSONSchema({
  description:
    'An item other than a signing did not take place. announced: false means that it was simply not ' +
    'reached. On the root item the summit as a whole is called off.',
})
export class MeetingCanceled {
  @RefersTo('summit')
  summitId!: string;

  @Id()
  itemId!: string;

  @Optional()
  @RefersTo('actor')
  canceledBy?: string;

  @Optional()
  @RefersTo('actor')
  announcedBy?: string;

  @IsBoolean()
  announced!: boolean;

  @Optional()
  @Words()
  reason?: string;

  @Optional()
  @RefersTo('actor')
  reasonAccordingTo?: string;
}
