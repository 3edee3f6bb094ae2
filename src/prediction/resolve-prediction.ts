import { PredictionResolved } from '../../events/index.js';
import { ofType } from '../records/fact.js';
import { Rejected, refuse } from '../records/rejected.js';
import { checkBasis } from '../command-handling/reference-checks.js';
import { futureRecord, recording } from '../command-handling/recording.js';
import { handling } from '../command-handling/command-executor.js';
import type { Records } from '../command-handling/stream-state.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { orderOf } from '../time/when.js';

/** A prediction has met its outcome. Once: whatever changes after that is a correction or a retraction. */
export class ResolvePrediction extends recording(PredictionResolved) {}

function decide(command: ResolvePrediction, records: Records, context: DecisionContext): PredictionResolved {
  const [prediction] = ofType('PredictionMade', records.facts);
  if (!prediction) throw new Rejected('unknown_prediction');
  const resolved = ofType('PredictionResolved', records.facts);
  refuse('prediction_already_resolved', resolved);
  checkBasis(command.data.basis, context);
  if (orderOf(futureRecord(command, records), prediction) === 'before')
    throw new Rejected('before_prediction', { records: [prediction.record] });
  return command.data;
}

export class ResolvePredictionHandler extends handling({ command: ResolvePrediction, decide }) {}
