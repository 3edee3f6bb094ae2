import type { PositionTaken } from '../../events/index.js';
import type { StreamKind } from '../command-handling/stream-kind.js';
import type { Records } from '../command-handling/stream-state.js';

/** The successive positions of one party at one summit. */
export const PositionStream: StreamKind<Records, PositionTaken> = {
  streamOf: ({ summitId, party }) => `position-${summitId}:${party}`,
  of: (records) => records,
};
