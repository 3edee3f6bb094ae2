import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestProblem } from './problem.js';

/** Refuses bodies in encodings that would be read as something else: only plain UTF-8 is (domain.md §2.9.1). */
export function refuseOtherEncodings(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const detail = unreadable(request);
    done(detail === undefined ? undefined : new RequestProblem('unsupported_media_type', { detail }));
  });
}

function unreadable({ headers }: FastifyRequest): string | undefined {
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = headers;
  if (encoding.trim().toLowerCase() !== 'identity')
    return `A body in the encoding "${encoding.slice(0, 50)}" is not read here; send it as it is, without Content-Encoding.`;
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8';
  if (/^utf-?8$/i.test(charset)) return undefined;
  return `A body in "${charset.slice(0, 50)}" is not read here; send it in UTF-8.`;
}
