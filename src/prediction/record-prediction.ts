import { CommandHandler } from '@nestjs/cqrs';
import { PredictionMade } from '../../events/index.js';
import { isOutcome } from '../records/outcomes.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/handling.js';
import { recording } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { refuseWhileStanding } from '../command-handling/refuse-while-standing.js';
import type { DecisionContext } from '../command-handling/decision-context.js';
import { spanOf } from '../time/when.js';
import { PredictionStream } from './prediction.js';

/** Somebody says what will come. */
export class RecordPrediction extends recording(PredictionMade) {}

export function decide(
  command: RecordPrediction,
  records: Records,
  context: DecisionContext,
): PredictionMade {
  refuseWhileStanding('PredictionMade', records);
  const { from } = spanOf(command.occurredAt);
  const outcomes = (command.data.about ?? [])
    .flatMap((address) => context.record(address) ?? [])
    .filter(({ standing, fact }) => standing !== 'retracted' && isOutcome(fact))
    .filter(({ fact }) => from >= spanOf(fact.occurredAt).to);
  if (outcomes.length > 0)
    throw new Rejected('hindsight', { records: outcomes.map(({ fact }) => fact.record) });
  return command.data;
}

@CommandHandler(RecordPrediction)
export class RecordPredictionHandler extends handling(PredictionStream, decide) {}
