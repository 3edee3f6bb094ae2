import type { LedgerEvent } from '../ledger/ledger.js';
import { Rejected } from '../records/rejected.js';
import { resultOf, type CommandResult } from './command-result.js';
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

/**
 * The first answer, when the command's key was used before for the same body, with how its record stands now. A
 * derived key says only that the same was said before: once that is retracted it may be said anew, under a record of
 * its own, so that the answer is none and the key the next one that is free.
 */
export function earlierResult(state: StreamState, command: Command): CommandResult | undefined {
  const { idempotencyKey, bodyHash } = command.metadata;
  if (idempotencyKey === undefined) return undefined;
  for (let time = 1; ; time++) {
    const key = time === 1 ? idempotencyKey : `${idempotencyKey}.${time}`;
    const before = state.answeredTo(key);
    if (!before) {
      command.metadata = { ...command.metadata, idempotencyKey: key };
      return undefined;
    }
    if (before.bodyHash !== bodyHash) return undefined;
    const result = replayedResult(before.events, state);
    if (!maySayAnew(command, result)) return result;
  }
}

function replayedResult(events: readonly LedgerEvent[], state: StreamState): CommandResult {
  const result = resultOf(events);
  return { ...result, replayed: { standing: state.find(result.record)?.standing ?? 'effective' } };
}

function maySayAnew({ metadata, recordId }: Command, { replayed }: CommandResult): boolean {
  return metadata.isKeyDerived === true && recordId === undefined && replayed?.standing === 'retracted';
}
