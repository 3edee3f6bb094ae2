import { CommitmentAssessed } from '../../events/index.js';
import { ofType } from '../records/fact.js';
import { Rejected } from '../records/rejected.js';
import { checkBasis } from '../command-handling/reference-checks.js';
import { futureRecord, recording } from '../command-handling/recording.js';
import { handling } from '../command-handling/command-executor.js';
import type { Records } from '../command-handling/stream-state.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { orderOf } from '../time/when.js';

/** Somebody judges how a commitment stands. May be said again and again. */
export class AssessCommitment extends recording(CommitmentAssessed) {}

function decide(command: AssessCommitment, records: Records, context: DecisionContext): CommitmentAssessed {
  const [commitment] = ofType('CommitmentMade', records.facts);
  if (!commitment) throw new Rejected('unknown_commitment');
  if (orderOf(futureRecord(command, records), commitment) === 'before')
    throw new Rejected('before_commitment', { records: [commitment.record] });
  checkBasis(command.data.basis, context);
  return command.data;
}

export class AssessCommitmentHandler extends handling({ command: AssessCommitment, decide }) {}
