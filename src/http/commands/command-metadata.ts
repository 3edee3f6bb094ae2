import { createHash } from 'node:crypto';
import type { CommandMetadata } from '../../command-handling/recording.js';
import { NO_STREAM } from '../../ledger/ledger.js';
import { Rejected } from '../../records/rejected.js';

/** Who records, until there are credentials. */
const NOBODY_KNOWN = 'anonymous';

export interface Conditions {
  readonly idempotencyKey?: string | undefined;
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/**
 * What came with a command.
 * @throws Rejected `invalid` for conditions that cannot be read
 */
export function commandMetadataOf(
  name: string,
  body: unknown,
  conditions: Conditions,
  receivedAt: number,
): CommandMetadata {
  const { idempotencyKey } = conditions;
  if (idempotencyKey !== undefined && !/^[\x20-\x7e]{1,255}$/.test(idempotencyKey))
    refuse('Idempotency-Key', 'must be 1 to 255 printable ASCII characters');
  const expected = expectedIn(conditions);
  return {
    receivedAt,
    recordedBy: NOBODY_KNOWN,
    bodyHash: createHash('sha256')
      .update(`${name}\n${canonical(body)}`)
      .digest('hex'),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(expected && { expected }),
  };
}

function expectedIn({ ifMatch, ifNoneMatch }: Conditions): CommandMetadata['expected'] {
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch.trim() !== '*') refuse('If-None-Match', 'must be *');
    return { revision: NO_STREAM };
  }
  if (ifMatch === undefined) return undefined;
  const { stream, revision } =
    /^"(?<stream>[^"]+)@(?<revision>\d{1,15})"$/.exec(ifMatch.trim())?.groups ?? {};
  if (stream === undefined) refuse('If-Match', 'must be the ETag of a stream: "<stream>@<revision>"');
  return { stream, revision: Number(revision) };
}

function refuse(field: string, message: string): never {
  throw new Rejected('invalid', { fields: [{ field, message }] });
}

/** JSON with sorted keys: the same for bodies that say the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'null' : JSON.stringify(value);
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`);
  return `{${fields.join(',')}}`;
}
