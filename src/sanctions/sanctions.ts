import type { SanctionsReported } from '../../events/index.js';
import type { StreamKind } from '../command-handling/stream-kind.js';
import type { Records } from '../command-handling/stream-state.js';

/** What was reported of one sanctions regime. */
export const SanctionsStream: StreamKind<Records, SanctionsReported> = {
  streamOf: ({ regimeId }) => `sanctions-${regimeId}`,
  of: (records) => records,
};
