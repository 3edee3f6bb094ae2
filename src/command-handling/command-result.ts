import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { SCHEMA_VERSION, versionOf } from '../../events/index.js';
import type { LedgerEvent, NewEvent } from '../ledger/ledger.js';
import type { Standing } from '../records/fact.js';
import { classOf, eventTypeOf, type Command } from './recording.js';
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

/** Namespace of event ids that derive from idempotency keys (UUID v5). */
const EVENT_IDS = '6f1f3c1e-52a4-4b0e-9a4e-0c6f5a1d8b11';

/** What was decided: the data to record, and the addresses of the records that it disputes. */
interface Decision<C extends Command> {
  readonly data: C['data'];
  readonly disputed: readonly string[];
}

/** The event of a command, and a dispute with each record that it contests, as one append. */
export function newEvents<C extends Command>(
  state: StreamState,
  command: C,
  { data, disputed }: Decision<C>,
): NewEvent[] {
  const { metadata, onContradiction: _, ...account } = command;
  const { idempotencyKey, bodyHash, recordedBy } = metadata;
  const recordId = command.recordId ?? String(state.revision + 1);
  const address = `${state.stream}/${recordId}`;
  const bodies = [
    { type: eventTypeOf(classOf(command)), body: { ...account, recordId, data } },
    ...disputed.map((target, i) => ({
      type: 'RecordDisputed' as const,
      body: {
        recordId: String(state.revision + 2 + i),
        ...(command.sources && { sources: command.sources }),
        ...(command.accordingTo !== undefined && { accordingTo: command.accordingTo }),
        data: { target, by: command.accordingTo, counterRecord: address },
      },
    })),
  ];
  return bodies.map(({ type: eventType, body }, i) => ({
    id:
      idempotencyKey === undefined ? randomUUID() : v5(`${state.stream}\n${idempotencyKey}\n${i}`, EVENT_IDS),
    type: eventType,
    // Instances of the validated classes become plain JSON here.
    data: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
    metadata: {
      recordedBy,
      [SCHEMA_VERSION]: String(versionOf(eventType)),
      ...(idempotencyKey !== undefined && { idempotencyKey, bodyHash }),
    },
  }));
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
