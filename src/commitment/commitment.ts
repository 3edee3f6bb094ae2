import type { StreamKind } from '../command-handling/stream-kind.js';
import type { Records } from '../command-handling/stream-state.js';

/** One promise and how it was judged. */
export const CommitmentStream: StreamKind<Records, { commitmentId: string }> = {
  streamOf: ({ commitmentId }) => `commitment-${commitmentId}`,
  of: (records) => records,
};
