import { AgreementAdopted } from '../../events/index.js';
import { refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { Summit } from './summit.js';

/** An agreement was concluded without a signing ceremony. */
export class RecordAgreementAdopted extends recording(AgreementAdopted) {}

/** What was adopted may be signed later, so only a signing may be told of before its adoption (rule 2.6.17). */
function decide(command: RecordAgreementAdopted, summit: Summit): AgreementAdopted {
  const { adoptions, signings } = summit.programme.agreement(command.data.agreementId);
  const concluded = [...adoptions, ...summit.notAfter(command, signings)];
  refuse('agreement_concluded', concluded);
  return command.data;
}

export class RecordAgreementAdoptedHandler extends handling({
  command: RecordAgreementAdopted,
  state: Summit.of,
  decide,
}) {}
