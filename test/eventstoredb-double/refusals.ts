import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { MAX_APPEND_SIZE } from './event-log.js';

/** The errors of the server in the form in which the client tells them apart: by a trailer. */
export const refusals = {
  accessDenied: () => refusal(status.PERMISSION_DENIED, 'Access Denied.', { exception: 'access-denied' }),
  appendTooLarge: () =>
    refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_SIZE} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(MAX_APPEND_SIZE),
    }),
  notLeader: ({ address, port }: { address: string; port: number }) =>
    refusal(status.NOT_FOUND, `Leader info available. Leader is at ${address}:${port}.`, {
      exception: 'not-leader',
      'leader-endpoint-host': address,
      'leader-endpoint-port': String(port),
    }),
  brokenPosition: () => refusal(status.UNKNOWN, 'Unexpected error in read: not a record at this position.'),
  consumerTooSlow: () => refusal(status.UNKNOWN, 'Consumer too slow.'),
  shuttingDown: () => refusal(status.INTERNAL, 'The server is shutting down.'),
};

function refusal(code: status, details: string, trailers: Record<string, string> = {}): StatusObject & Error {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}
