import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { whenClosed } from './when-closed.js';

/** Asked every few seconds by machines: they would drown the rest. */
const UNLOGGED = /^\/(health|metrics)(\/|$)/;

/**
 * Writes one line for each request when it is over, at the level `info`: its id, who asked, what for, with which
 * status it was answered, and how long it took in milliseconds. Neither bodies nor headers nor queries, which may
 * hold what is not to be read.
 */
export function logAccess(fastify: FastifyInstance): void {
  const logger = new Logger('access');
  fastify.addHook('onRequest', ({ id, ip, method, url }, reply, done) => {
    const [path = ''] = url.split('?', 1);
    // Also of one whose client left before the answer's end, as readers of open streams do.
    if (!UNLOGGED.test(path))
      whenClosed(reply.raw, () => {
        const duration = Math.round(reply.elapsedTime * 10) / 10;
        logger.log({ id, caller: ip, method, path, status: reply.statusCode, duration });
      });
    done();
  });
}
