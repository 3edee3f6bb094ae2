import { Rejected } from '../records/rejected.js';
import type { Command, CommandMetadata } from './recording.js';
import type { StreamState } from './stream-state.js';

/** @throws Rejected when a stream is not as the client expects, or holds its key or its record already */
export function checkConditions(state: StreamState, command: Command): void {
  checkRevision(state, command.metadata.expected);
  const { idempotencyKey } = command.metadata;
  if (idempotencyKey !== undefined && state.answeredTo(idempotencyKey))
    throw new Rejected('idempotency_key_reused');
  if (command.recordId === undefined) return;
  const address = `${state.stream}/${command.recordId}`;
  if (state.find(address)) throw new Rejected('record_exists', { records: [address] });
}

function checkRevision({ stream, revision }: StreamState, expected: CommandMetadata['expected']): void {
  if (!expected || (expected.revision === revision && (expected.stream ?? stream) === stream)) return;
  const detail = revision < 0 ? `${stream} does not exist yet.` : `${stream} is at "${stream}@${revision}".`;
  throw new Rejected('revision_conflict', { detail });
}
