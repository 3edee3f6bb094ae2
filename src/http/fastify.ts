import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** The largest body of a single command, in bytes. */
const BODY_LIMIT = 1_048_576;
const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

/** The HTTP server: bodies are JSON, or lines that are read as they come; every answer names its request. */
export function fastifyAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 512 },
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  // The lines are read as they come.
  fastify.addContentTypeParser('application/x-ndjson', (_request: unknown, payload: Readable) =>
    Promise.resolve(payload),
  );
  fastify.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('X-Request-Id', request.id);
    done(null, payload);
  });
  return adapter;
}
