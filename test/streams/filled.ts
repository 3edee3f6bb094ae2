import { join } from 'node:path';
import { NO_STREAM } from '../../src/ledger/ledger.js';
import { openSqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import type { Posting } from '../service.js';

/** The registration of an actor whose description is so long, in characters. */
export function registration(actorId: string, length = 20): Posting {
  const data = { actorId, kind: 'organization', names: [actorId], description: 'x'.repeat(length) };
  return { command: 'RegisterActor', body: { data } };
}

/** Writes so many registrations into the ledger of a service that has not started yet. */
export async function fill(folder: string, count: number): Promise<void> {
  const ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  await Promise.all(
    Array.from({ length: count }, (_, i) => {
      const { body } = registration(`old${i}`);
      const data = { recordId: '0', ...body };
      const event = {
        id: crypto.randomUUID(),
        type: 'ActorRegistered',
        data,
        metadata: { recordedBy: 'test' },
      };
      return ledger.append(`actor-old${i}`, NO_STREAM, [event]);
    }),
  );
  await ledger.close();
}
