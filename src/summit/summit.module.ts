import { Module } from '@nestjs/common';
import { AnnounceFollowUpHandler } from './announce-follow-up.js';
import { ChangeScheduleItemHandler } from './change-schedule-item.js';
import { ConcludeSummitHandler } from './conclude-summit.js';
import { OutlineAgreementHandler } from './outline-agreement.js';
import { PublishScheduleHandler } from './publish-schedule.js';
import { RecordAgreementAdoptedHandler } from './record-agreement-adopted.js';
import { RecordEndorsementWithdrawnHandler } from './record-endorsement-withdrawn.js';
import { RecordMeetingCanceledHandler } from './record-meeting-canceled.js';
import { RecordMeetingHeldHandler } from './record-meeting-held.js';
import { RecordSigningCanceledHandler } from './record-signing-canceled.js';
import { RecordSigningHeldHandler } from './record-signing-held.js';
import { RegisterSummitHandler } from './register-summit.js';

export const summitHandlers = [
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
];

@Module({ providers: summitHandlers })
export class SummitModule {}
