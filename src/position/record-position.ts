import { PositionTaken } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import type { DecisionContext } from '../command-handling/decision-context.js';

/** A party holds a position, by its own account or another's. */
export class RecordPosition extends recording(PositionTaken) {}

function decide({ data }: RecordPosition, _: Records, context: DecisionContext): PositionTaken {
  const parties = context.summit(data.summitId)?.data.parties ?? [];
  if (!parties.includes(data.party))
    throw new Rejected('not_a_party', {
      fields: [{ field: 'data.party', message: `"${data.party}" is not a party of ${data.summitId}` }],
    });
  return data;
}

export class RecordPositionHandler extends handling({ command: RecordPosition, decide }) {}
