import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { Rejected } from '../records/rejected.js';
import { logAccess } from './access-log.js';
import { AllowedMethods } from './allowed-methods.js';
import { refuseOtherEncodings } from './body-encodings.js';
import { parseJson } from './json.js';
import { RequestProblem } from './problem.js';
import { refuseOtherSites } from './same-site.js';
import { tellUnreadableAddress, tellUnreadableRequest } from './unreadable.js';

/** The largest body of a single command, in bytes. */
const BODY_LIMIT = 1_048_576;
const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

/** The HTTP server: bodies are JSON, or lines that are read as they come; every answer names its request. */
export function fastifyAdapter(config: Pick<Config, 'host' | 'allowedHosts'>): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: tellUnreadableAddress,
    clientErrorHandler: tellUnreadableRequest,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  logAccess(fastify);
  refuseOtherSites(fastify, config);
  refuseOtherEncodings(fastify);
  takeJsonAndLinesOnly(fastify);
  tellWrongMethods(fastify);
  refuseRepeatedParameters(fastify);
  fastify.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('X-Request-Id', request.id);
    done(null, payload);
  });
  return adapter;
}

function takeJsonAndLinesOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, parseJson(bytes as Buffer)); // as was asked
    } catch (error) {
      done(error as Error); // parseJson throws nothing else
    }
  });
  // The lines are read as they come.
  fastify.addContentTypeParser('application/x-ndjson', (_request: unknown, payload: Readable) =>
    Promise.resolve(payload),
  );
}

function tellWrongMethods(fastify: FastifyInstance): void {
  const methods = new AllowedMethods();
  fastify.addHook('onRoute', ({ url, method }) => methods.note(url, method));
  fastify.addHook('onRequest', (request, reply, done) => {
    const allowed = request.is404 ? methods.of(request.url.split('?', 1)[0] ?? '').join(', ') : '';
    if (allowed === '') done();
    else {
      void reply.header('Allow', allowed);
      done(new RequestProblem('method_not_allowed', { detail: `This address takes ${allowed}.` }));
    }
  });
}

/** No parameter here is a list, and what comes twice would come as one. */
function refuseRepeatedParameters(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ query }, _reply, done) => {
    const repeated = Object.entries(query as object).filter(([, value]) => Array.isArray(value)); // an object of texts
    const fields = repeated.map(([field]) => ({ field, message: 'is given more than once' }));
    done(fields.length > 0 ? new Rejected('invalid', { fields }) : undefined);
  });
}
