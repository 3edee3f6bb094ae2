import { PredictionMade, traitsOf } from '../../events/index.js';
import { refuse } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { recording } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { refuseWhileStanding } from '../command-handling/taken-ids.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { spanOf } from '../time/when.js';

/** Somebody says what will come. */
export class RecordPrediction extends recording(PredictionMade) {}

function decide(command: RecordPrediction, records: Records, context: DecisionContext): PredictionMade {
  refuseWhileStanding('PredictionMade', records);
  const { from } = spanOf(command.occurredAt);
  const outcomes = (command.data.about ?? [])
    .flatMap((address) => context.record(address) ?? [])
    .filter(({ standing, fact }) => standing !== 'retracted' && traitsOf(fact.type).isOutcome)
    .filter(({ fact }) => from >= spanOf(fact.occurredAt).to);
  refuse(
    'hindsight',
    outcomes.map(({ fact }) => fact),
  );
  return command.data;
}

export class RecordPredictionHandler extends handling({ command: RecordPrediction, decide }) {}
