import { EventStoreDBClient } from '@eventstore/db-client';
import { LedgerUnavailable } from '../ledger.js';

/**
 * The client of a connection string, which connects when it is first used.
 * @throws LedgerUnavailable when it cannot be understood. It is not repeated, for it may hold a password.
 */
export function connect(url: string): EventStoreDBClient {
  const client = clientFor(url);
  // Where the server offers it, the client sends all appends down one call. That one has no deadline, and when
  // it breaks while appends wait for their turn, the client rejects a promise that nobody can catch, which ends
  // the process. So the client is told that the server does not offer it, and each append has its own call.
  Object.assign(client, { supports: () => Promise.resolve(false) });
  return client;
}

/** Where a connection string leads, without its credentials and options. */
export function addressOf(url: string): string {
  const [address = ''] = url.split('?');
  return address.replace(/\/\/.*@/, '//').replace(/\/+$/, '');
}

function clientFor(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    const reason = isAboutFile(error) ? error.message : 'this is no connection string of EventStoreDB';
    throw new LedgerUnavailable(`Cannot connect to ${addressOf(url)}: ${reason}`);
  }
}

/** The client's message then names no part of the connection string. */
function isAboutFile(error: unknown): error is Error {
  return error instanceof Error && /certificate|userCertFile/.test(error.message);
}
