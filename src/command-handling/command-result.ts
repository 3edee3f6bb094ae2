import type { LedgerEvent } from '../ledger/ledger.js';
import type { Command } from './recording.js';
import type { Standing } from '../records/fact.js';
import type { StreamState } from './stream-state.js';

/** What a command is told when it was recorded. */
export interface CommandResult {
  /** Address of the record. */
  readonly record: string;
  readonly stream: string;
  /** Of the last event that it appended. */
  readonly revision: number;
  readonly position: string;
  readonly events: readonly Pick<LedgerEvent, 'id' | 'type' | 'revision' | 'position' | 'recordedAt'>[];
  /** Of a retraction: the records that now rest on nothing. */
  readonly dependents?: readonly string[];
  /** Set when the command had been answered before and nothing was recorded now: how its record stands since. */
  readonly replayed?: { readonly standing: Standing };
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

export function resultOf(events: readonly LedgerEvent[]): CommandResult {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) throw new Error('an append answers with at least one event');
  return {
    record: `${first.stream}/${String(first.data['recordId'])}`,
    stream: first.stream,
    revision: last.revision,
    position: last.position,
    events: events.map(({ id, type, revision, position, recordedAt }) => ({
      id,
      type,
      revision,
      position,
      recordedAt,
    })),
  };
}
