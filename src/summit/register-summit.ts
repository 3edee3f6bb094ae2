import { SummitRegistered } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { Summit } from './summit.js';

/** Opens a summit in the ledger. */
export class RegisterSummit extends recording(SummitRegistered) {}

function decide({ data }: RegisterSummit, summit: Summit): SummitRegistered {
  const { registration } = summit.programme;
  if (summit.isTaken)
    throw new Rejected('already_registered', registration && { records: [registration.record] });
  // Two entries that name the same party are one party.
  if (new Set(data.parties).size < 2) throw new Rejected('parties_required');
  return data;
}

export class RegisterSummitHandler extends handling({ command: RegisterSummit, state: Summit.of, decide }) {}
