import type { StreamKind } from '../command-handling/stream-kind.js';
import type { Records } from '../command-handling/stream-state.js';

/** One claim about what will come, and what came of it. */
export const PredictionStream: StreamKind<Records, { predictionId: string }> = {
  streamOf: ({ predictionId }) => `prediction-${predictionId}`,
  of: (records) => records,
};
