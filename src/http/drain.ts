import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 20;
/** How long requests may take to come in whole and to be answered once the service stops, in milliseconds. */
const DRAIN_MS = 5_000;

/**
 * When the server closes, it takes no more connections, answers what is in, and lets each connection go once nothing
 * is asked on it. Whoever has not sent the whole of a request by the end, or does not read its answer, is cut.
 */
export function drainWhenClosing(fastify: FastifyInstance): void {
  const { server } = fastify;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  fastify.addHook('preClose', (done) => {
    if (server.listening) {
      const idle = setInterval(() => {
        server.closeIdleConnections();
        // To the server, one that was opened ahead of any request is not idle.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      }, LOOK_EVERY_MS);
      const end = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.once('close', () => {
        clearInterval(idle);
        clearTimeout(end);
      });
    }
    done();
  });
}
