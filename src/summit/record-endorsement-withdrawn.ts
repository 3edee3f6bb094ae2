import { CommandHandler } from '@nestjs/cqrs';
import { EndorsementWithdrawn } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/handling.js';
import { recording } from '../command-handling/recording.js';
import { endorsersOf } from './programme/agreements.js';
import { SummitStream, type Summit } from './summit.js';

/** A party leaves what it had adopted or signed. */
export class RecordEndorsementWithdrawn extends recording(EndorsementWithdrawn) {}

export function decide({ data }: RecordEndorsementWithdrawn, { programme }: Summit): EndorsementWithdrawn {
  const agreement = programme.agreement(data.agreementId);
  if (!endorsersOf(agreement, programme.parties).includes(data.party)) throw new Rejected('not_an_endorser');
  const withdrawn = agreement.withdrawals.filter((withdrawal) => withdrawal.data.party === data.party);
  if (withdrawn.length > 0)
    throw new Rejected('already_withdrawn', { records: withdrawn.map((fact) => fact.record) });
  return data;
}

@CommandHandler(RecordEndorsementWithdrawn)
export class RecordEndorsementWithdrawnHandler extends handling(SummitStream, decide) {}
