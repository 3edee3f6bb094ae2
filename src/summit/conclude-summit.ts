import { SummitConcluded } from '../../events/index.js';
import { Rejected, refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import { refuseContradiction, Summit } from './summit.js';

/** The programme is over. */
export class ConcludeSummit extends recording(SummitConcluded) {}

/** What it says of an agreement is held against those that stood by then, by valid time (rule 2.6.17). */
function decide(command: ConcludeSummit, summit: Summit): SummitConcluded {
  const { data } = command;
  const { conclusions, agreementsConcluded } = summit.programme;
  refuse('summit_concluded', conclusions);
  if (data.agreement === 'none') refuseContradiction(summit.before(command, agreementsConcluded));
  else if (summit.notAfter(command, agreementsConcluded).length === 0)
    throw new Rejected('contradicts_record', {
      records: [],
      detail: 'No record says that an agreement was adopted or signed by then.',
    });
  return data;
}

export class ConcludeSummitHandler extends handling({ command: ConcludeSummit, state: Summit.of, decide }) {}
