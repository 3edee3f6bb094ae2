import { CommitmentMade } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { refuseWhileStanding } from '../command-handling/taken-ids.js';

/** Somebody promised something to somebody else. */
export class RecordCommitment extends recording(CommitmentMade) {}

function decide({ data, accordingTo }: RecordCommitment, records: Records): CommitmentMade {
  refuseWhileStanding('CommitmentMade', records);
  if (data.promisor === data.promisee)
    throw new Rejected('invalid', {
      fields: [{ field: 'data.promisee', message: 'must not be the promisor' }],
    });
  if (data.attribution === 'self' && accordingTo !== data.promisor)
    throw new Rejected('account_mismatch', {
      fields: [{ field: 'accordingTo', message: 'must be the promisor, whose own word this is' }],
    });
  return data;
}

export class RecordCommitmentHandler extends handling({ command: RecordCommitment, decide }) {}
