import type { LedgerEvent } from '../ledger/ledger.js';
import type { Command } from './recording.js';
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
}

/** The first answer, when the command's key was used before for the same body. */
export function earlierResult(state: StreamState, { metadata }: Command): CommandResult | undefined {
  const answered =
    metadata.idempotencyKey === undefined ? undefined : state.answeredTo(metadata.idempotencyKey);
  return answered?.bodyHash === metadata.bodyHash ? resultOf(answered.events) : undefined;
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
