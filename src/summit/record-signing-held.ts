import { SigningHeld } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { refuseContradiction, Summit } from './summit.js';

/** Signatures were put under one or more agreements. */
export class RecordSigningHeld extends recording(SigningHeld) {}

function decide(command: RecordSigningHeld, summit: Summit): SigningHeld {
  const { data } = command;
  if (data.itemId !== undefined && summit.item(data.itemId).kind !== 'signing')
    throw new Rejected('not_a_signing');
  refuseContradiction(summit.againstHolding(command, data.itemId));
  refuseStrangers(data, summit.programme.parties);
  return data;
}

function refuseStrangers({ signatories }: SigningHeld, parties: readonly string[]): void {
  const fields = signatories.flatMap(({ forParty }, i) =>
    parties.includes(forParty)
      ? []
      : [{ field: `data.signatories.${i}.forParty`, message: `"${forParty}" is no party of the summit` }],
  );
  if (fields.length > 0) throw new Rejected('not_a_party', { fields });
}

export class RecordSigningHeldHandler extends handling({
  command: RecordSigningHeld,
  state: Summit.of,
  decide,
}) {}
