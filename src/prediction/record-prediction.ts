import { CommandHandler } from '@nestjs/cqrs';
import { PredictionMade } from '../../events/index.js';
import { isOutcome } from '../records/outcomes.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../recording/handling.js';
import { recording } from '../recording/recording.js';
import type { Records } from '../recording/stream-state.js';
import { refuseTaken } from '../recording/taken.js';
import type { World } from '../recording/world.js';
import { spanOf } from '../time/when.js';
import { PredictionStream } from './prediction.js';

/** Somebody says what will come. */
export class RecordPrediction extends recording(PredictionMade) {}

export function decide(command: RecordPrediction, records: Records, world: World): PredictionMade {
  refuseTaken('PredictionMade', records);
  const { from } = spanOf(command.occurredAt);
  const outcomes = (command.data.about ?? [])
    .flatMap((address) => world.record(address) ?? [])
    .filter(({ standing, fact }) => standing !== 'retracted' && isOutcome(fact))
    .filter(({ fact }) => from >= spanOf(fact.occurredAt).to);
  if (outcomes.length > 0)
    throw new Rejected('hindsight', { records: outcomes.map(({ fact }) => fact.record) });
  return command.data;
}

@CommandHandler(RecordPrediction)
export class RecordPredictionHandler extends handling(PredictionStream, decide) {}
