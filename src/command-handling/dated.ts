import { UNKNOWN_WHEN, type Dated } from '../time/when.js';
import type { Command } from './recording.js';
import type { Records } from './stream-state.js';

/**
 * What a command tells, as it compares with what is recorded: under the address that it will have, because
 * records may link to it before it comes.
 */
export function dated(
  { recordId, occurredAt = UNKNOWN_WHEN }: Pick<Command, 'recordId' | 'occurredAt'>,
  { stream, revision }: Pick<Records, 'stream' | 'revision'>,
): Dated {
  return { record: `${stream}/${recordId ?? String(revision + 1)}`, occurredAt };
}
