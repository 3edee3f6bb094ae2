import type { CommandMetadata } from '../../command-handling/recording.js';
import { canonical, sha256 } from '../../ledger/canonical.js';
import { NO_STREAM } from '../../ledger/ledger.js';
import { Rejected } from '../../records/rejected.js';

/** Who records, until there are credentials. */
const NOBODY_KNOWN = 'anonymous';

export interface Conditions {
  readonly idempotencyKey?: string | undefined;
  /** Where there is no key, one is made of what the command says. */
  readonly derivesKey?: true;
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
  const said = canonical(body);
  return {
    receivedAt,
    recordedBy: NOBODY_KNOWN,
    bodyHash: sha256(`${name}\n${said}`),
    ...keyOf(conditions, name, said),
    ...(expected && { expected }),
  };
}

function keyOf(
  { idempotencyKey, derivesKey }: Conditions,
  name: string,
  said: string,
): Partial<CommandMetadata> {
  if (idempotencyKey !== undefined) return { idempotencyKey };
  // As the command line of release 0.1.0 made it: what that imported is there already.
  const derived = `{"body":${said},"command":${JSON.stringify(name)}}`;
  return derivesKey ? { idempotencyKey: sha256(derived), isKeyDerived: true } : {};
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
