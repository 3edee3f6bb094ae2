import type { StatementIssued } from '../../events/index.js';
import type { StreamKind } from '../command-handling/stream-kind.js';
import type { Records } from '../command-handling/stream-state.js';

/** One utterance and what is said of its record. */
export const StatementStream: StreamKind<Records, StatementIssued> = {
  streamOf: ({ statementId }) => `statement-${statementId}`,
  of: (records) => records,
};
