import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { CommandClass } from './command-handling/recording.js';
import { AssessCommitmentHandler } from './commitment/assess-commitment.js';
import { RecordCommitmentHandler } from './commitment/record-commitment.js';
import { RecordPositionHandler } from './position/record-position.js';
import { RecordPredictionHandler } from './prediction/record-prediction.js';
import { ResolvePredictionHandler } from './prediction/resolve-prediction.js';
import { CorrectRecordHandler } from './record-keeping/correct-record.js';
import { CorroborateRecordHandler } from './record-keeping/corroborate-record.js';
import { DisputeRecordHandler } from './record-keeping/dispute-record.js';
import { MergeRecordsHandler } from './record-keeping/merge-records.js';
import { RetractRecordHandler } from './record-keeping/retract-record.js';
import { RegisterActorHandler } from './registry/register-actor.js';
import { RegisterSourceHandler } from './registry/register-source.js';
import { ReportSanctionsHandler } from './sanctions/report-sanctions.js';
import { RecordStatementHandler } from './statement/record-statement.js';
import { AnnounceFollowUpHandler } from './summit/announce-follow-up.js';
import { ChangeScheduleItemHandler } from './summit/change-schedule-item.js';
import { ConcludeSummitHandler } from './summit/conclude-summit.js';
import { OutlineAgreementHandler } from './summit/outline-agreement.js';
import { PublishScheduleHandler } from './summit/publish-schedule.js';
import { RecordAgreementAdoptedHandler } from './summit/record-agreement-adopted.js';
import { RecordEndorsementWithdrawnHandler } from './summit/record-endorsement-withdrawn.js';
import { RecordMeetingCanceledHandler } from './summit/record-meeting-canceled.js';
import { RecordMeetingHeldHandler } from './summit/record-meeting-held.js';
import { RecordSigningCanceledHandler } from './summit/record-signing-canceled.js';
import { RecordSigningHeldHandler } from './summit/record-signing-held.js';
import { RegisterSummitHandler } from './summit/register-summit.js';

/** The handlers of all commands that this service takes; each knows its own. */
const handlers = [
  RegisterActorHandler,
  RegisterSourceHandler,
  RegisterSummitHandler,
  PublishScheduleHandler,
  ChangeScheduleItemHandler,
  RecordMeetingHeldHandler,
  RecordMeetingCanceledHandler,
  RecordSigningHeldHandler,
  RecordSigningCanceledHandler,
  OutlineAgreementHandler,
  RecordAgreementAdoptedHandler,
  RecordEndorsementWithdrawnHandler,
  ConcludeSummitHandler,
  AnnounceFollowUpHandler,
  RecordStatementHandler,
  RecordPositionHandler,
  RecordCommitmentHandler,
  AssessCommitmentHandler,
  RecordPredictionHandler,
  ResolvePredictionHandler,
  ReportSanctionsHandler,
  CorroborateRecordHandler,
  DisputeRecordHandler,
  CorrectRecordHandler,
  RetractRecordHandler,
  MergeRecordsHandler,
];

@Module({ providers: handlers })
export class CommandsModule {}

/** Every command by its name. A map, so that no name reaches what an object inherits. */
export const commandsByName: ReadonlyMap<string, CommandClass> = byName(handlers);

/** @throws Error when two handlers take commands of one name: which of them did would be chance */
function byName(all: typeof handlers): ReadonlyMap<string, CommandClass> {
  // The commands themselves, as the functions that make them describe them.
  const commands = all.map(({ rule }): CommandClass => rule.command as CommandClass);
  const [twice] = commands.filter(({ name }, i) => commands.findIndex((other) => other.name === name) !== i);
  if (twice) throw new Error(`${twice.name} has two handlers`);
  return new Map(commands.map((command) => [command.name, command]));
}
