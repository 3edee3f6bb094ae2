import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { problem } from './problem.js';
import { problemOf } from './problem-of.js';

const TYPE = 'application/problem+json';

/** An address that cannot be read reaches no filter: it is told here, in the form of every other problem. */
export function tellUnreadableAddress(
  error: Error,
  request: { readonly id: string },
  reply: FastifyReply,
): void {
  const account = problemOf(error);
  void reply
    .header('X-Request-Id', request.id)
    .status(account.status)
    .type(TYPE)
    .send(JSON.stringify(account));
}

/** The same for what is no request at all, or one whose headers are too large. */
export function tellUnreadableRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(problem('bad_request', { detail: 'It is no HTTP request that can be read.' }));
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Content-Type: ${TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
