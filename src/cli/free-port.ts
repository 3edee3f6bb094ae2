import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.js';
import { Failure, messageOf, systemCodeOf } from './failure.js';

/**
 * Asked before a service opens its ledger, so that a second one on the same port leaves no trace.
 * @param retry what to run instead, without the port
 * @throws Failure naming the port
 */
export async function requireFreePort({ host, port }: Config, retry: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening').catch((error: unknown) => {
    throw new Failure(sentence(error, host, port, retry));
  });
  probe.close();
  await once(probe, 'close');
}

function sentence(error: unknown, host: string, port: number, retry: string): string {
  if (systemCodeOf(error) === 'EADDRINUSE')
    return `Port ${port} of ${host} is taken; choose another: PORT=${port + 1} ${retry}`;
  return `Nothing can listen on port ${port} of ${host}: ${messageOf(error)}`;
}
