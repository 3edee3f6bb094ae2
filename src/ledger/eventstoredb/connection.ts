import { EventStoreDBClient } from '@eventstore/db-client';
import { LedgerUnavailable } from '../ledger.js';

/** Of a connection string, written as the client compares them. */
const OPTIONS = new Set(
  `connectionname defaultdeadline discoveryinterval gossiptimeout keepaliveinterval keepalivetimeout
  maxdiscoverattempts nodepreference throwonappendfailure tls tlscafile tlsverifycert usercertfile userkeyfile`.split(
    /\s+/,
  ),
);

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
  const unusable = unusableOption(url);
  if (unusable) throw cannotConnect(url, unusable);
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    throw cannotConnect(
      url,
      isAboutFile(error) ? error.message : 'this is no connection string of EventStoreDB',
    );
  }
}

/** Sought before the client finds it, which would print the whole connection string as a warning. */
function unusableOption(url: string): string | undefined {
  const [, options = ''] = url.split('?');
  for (const [name, value] of new URLSearchParams(options)) {
    const option = name.toLowerCase().replace(/[_-]/g, '');
    if (!OPTIONS.has(option)) return `there is no option ${name}`;
    if (option === 'tlsverifycert' && value === 'false') {
      return 'certificates are always verified; name a file of authorities as tlsCAFile';
    }
  }
  return undefined;
}

/** The client's message then names no part of the connection string. */
function isAboutFile(error: unknown): error is Error {
  return error instanceof Error && /certificate|userCertFile/.test(error.message);
}

/** Without the client's error as its cause, which holds the connection string. */
function cannotConnect(url: string, reason: string): LedgerUnavailable {
  return new LedgerUnavailable(`Cannot connect to ${addressOf(url)}: ${reason}`);
}
