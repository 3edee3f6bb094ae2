import { AgreementOutlined } from '../../events/index.js';
import { refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { Summit } from './summit.js';

/** Terms become known before or without a conclusion. */
export class OutlineAgreement extends recording(AgreementOutlined) {}

function decide(command: OutlineAgreement, summit: Summit): AgreementOutlined {
  const { adoptions, signings } = summit.programme.agreement(command.data.agreementId);
  const concluded = summit.before(command, [...adoptions, ...signings]);
  refuse('agreement_concluded', concluded);
  return command.data;
}

export class OutlineAgreementHandler extends handling({
  command: OutlineAgreement,
  state: Summit.of,
  decide,
}) {}
