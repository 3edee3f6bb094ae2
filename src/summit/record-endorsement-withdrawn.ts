import { EndorsementWithdrawn } from '../../events/index.js';
import { Rejected, refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { endorsersOf } from './programme/agreements.js';
import { Summit } from './summit.js';

/** A party leaves what it had adopted or signed. */
export class RecordEndorsementWithdrawn extends recording(EndorsementWithdrawn) {}

function decide({ data }: RecordEndorsementWithdrawn, { programme }: Summit): EndorsementWithdrawn {
  const agreement = programme.agreement(data.agreementId);
  if (!endorsersOf(agreement, programme.parties).includes(data.party)) throw new Rejected('not_an_endorser');
  const withdrawn = agreement.withdrawals.filter((withdrawal) => withdrawal.data.party === data.party);
  refuse('already_withdrawn', withdrawn);
  return data;
}

export class RecordEndorsementWithdrawnHandler extends handling({
  command: RecordEndorsementWithdrawn,
  state: Summit.of,
  decide,
}) {}
