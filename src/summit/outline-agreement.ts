import { CommandHandler } from '@nestjs/cqrs';
import { AgreementOutlined } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/handling.js';
import { recording } from '../command-handling/recording.js';
import { SummitStream, type Summit } from './summit.js';

/** Terms become known before or without a conclusion. */
export class OutlineAgreement extends recording(AgreementOutlined) {}

export function decide(command: OutlineAgreement, summit: Summit): AgreementOutlined {
  const { adoptions, signings } = summit.programme.agreement(command.data.agreementId);
  const concluded = summit.before(command, [...adoptions, ...signings]);
  if (concluded.length > 0)
    throw new Rejected('agreement_concluded', { records: concluded.map((fact) => fact.record) });
  return command.data;
}

@CommandHandler(OutlineAgreement)
export class OutlineAgreementHandler extends handling(SummitStream, decide) {}
