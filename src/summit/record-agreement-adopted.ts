import { CommandHandler } from '@nestjs/cqrs';
import { AgreementAdopted } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/handling.js';
import { recording } from '../command-handling/recording.js';
import { SummitStream, type Summit } from './summit.js';

/** An agreement was concluded without a signing ceremony. */
export class RecordAgreementAdopted extends recording(AgreementAdopted) {}

/** What was adopted may be signed later, so only a signing may be told of before its adoption (rule 2.6.17). */
export function decide(command: RecordAgreementAdopted, summit: Summit): AgreementAdopted {
  const { adoptions, signings } = summit.programme.agreement(command.data.agreementId);
  const concluded = [...adoptions, ...summit.notAfter(command, signings)];
  if (concluded.length > 0)
    throw new Rejected('agreement_concluded', { records: concluded.map((fact) => fact.record) });
  return command.data;
}

@CommandHandler(RecordAgreementAdopted)
export class RecordAgreementAdoptedHandler extends handling(SummitStream, decide) {}
