import type { SanctionsReported } from '../../events/index.js';
import type { StreamKind } from '../recording/stream-kind.js';
import type { Records } from '../recording/stream-state.js';

/** What was reported of one sanctions regime. */
export const SanctionsStream: StreamKind<Records, SanctionsReported> = {
  streamOf: ({ regimeId }) => `sanctions-${regimeId}`,
  of: (records) => records,
};
