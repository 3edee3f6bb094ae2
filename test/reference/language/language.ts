import { account, keepingAccount } from './account.js';
import type { Fields } from './fields.js';
import { keeping } from './keeping.js';
import { ofSummit } from './summit.js';
import { told } from './told.js';

/** §2.3: the event types. */
export const language = { ...ofSummit, ...told, ...keeping } as const satisfies Record<string, Fields>;

export type Type = keyof typeof language;

/** §2.5: one command for each event type. */
export const commands = {
  RegisterSource: 'SourceRegistered',
  RegisterActor: 'ActorRegistered',
  RegisterSummit: 'SummitRegistered',
  PublishSchedule: 'SchedulePublished',
  ChangeScheduleItem: 'ScheduleItemChanged',
  RecordMeetingHeld: 'MeetingHeld',
  RecordMeetingCanceled: 'MeetingCanceled',
  RecordSigningHeld: 'SigningHeld',
  RecordSigningCanceled: 'SigningCanceled',
  OutlineAgreement: 'AgreementOutlined',
  RecordAgreementAdopted: 'AgreementAdopted',
  RecordEndorsementWithdrawn: 'EndorsementWithdrawn',
  ConcludeSummit: 'SummitConcluded',
  AnnounceFollowUp: 'FollowUpAnnounced',
  RecordStatement: 'StatementIssued',
  RecordPosition: 'PositionTaken',
  RecordCommitment: 'CommitmentMade',
  AssessCommitment: 'CommitmentAssessed',
  RecordPrediction: 'PredictionMade',
  ResolvePrediction: 'PredictionResolved',
  ReportSanctions: 'SanctionsReported',
  CorroborateRecord: 'RecordCorroborated',
  DisputeRecord: 'RecordDisputed',
  CorrectRecord: 'RecordCorrected',
  RetractRecord: 'RecordRetracted',
  MergeRecords: 'RecordsMerged',
} as const satisfies Record<string, Type>;

export type CommandName = keyof typeof commands;

/** What a record of a type may hold: its account and its data. */
export function recordFields(type: Type): Fields {
  const data = { data: { fields: language[type] } };
  if (type === 'ActorRegistered' || type === 'SourceRegistered') return data;
  const isKeeping = /^Records?(Corroborated|Disputed|Corrected|Retracted|Merged)$/.test(type);
  return { ...(isKeeping ? keepingAccount : account), ...data };
}
