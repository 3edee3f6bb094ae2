import {
  AgreementAdopted,
  AgreementOutlined,
  EndorsementWithdrawn,
  SigningCanceled,
  SigningHeld,
} from './agreement.js';
import { CommitmentAssessed, CommitmentMade } from './commitment.js';
import { MeetingCanceled, MeetingHeld } from './meeting.js';
import { PositionTaken } from './position.js';
import { PredictionMade, PredictionResolved } from './prediction.js';
import {
  RecordCorrected,
  RecordCorroborated,
  RecordDisputed,
  RecordRetracted,
  RecordsMerged,
} from './record-keeping.js';
import { ActorRegistered, SourceRegistered } from './registry.js';
import { SanctionsReported } from './sanctions.js';
import { ScheduleItemChanged, SchedulePublished } from './schedule.js';
import { StatementIssued } from './statement.js';
import { FollowUpAnnounced, SummitConcluded, SummitRegistered } from './summit.js';

/** The published language: every event type by its name, which is the `type` of the stored event. */
export const eventTypes = {
  SummitRegistered,
  SchedulePublished,
  ScheduleItemChanged,
  MeetingHeld,
  MeetingCanceled,
  SigningHeld,
  SigningCanceled,
  AgreementOutlined,
  AgreementAdopted,
  EndorsementWithdrawn,
  SummitConcluded,
  FollowUpAnnounced,
  StatementIssued,
  PositionTaken,
  CommitmentMade,
  CommitmentAssessed,
  PredictionMade,
  PredictionResolved,
  SanctionsReported,
  SourceRegistered,
  ActorRegistered,
  RecordCorroborated,
  RecordDisputed,
  RecordCorrected,
  RecordRetracted,
  RecordsMerged,
} as const;

export type EventType = keyof typeof eventTypes;
export type DataOf<T extends EventType> = InstanceType<(typeof eventTypes)[T]>;

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type);
}
