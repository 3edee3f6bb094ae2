import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { RequestProblem } from './problem.js';

const LOOPBACK = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Refuses what a page elsewhere could send through a visitor's browser: requests under a name that somebody else may
 * make lead here (DNS rebinding), and requests that say they come from another origin. Always, whatever is asked.
 */
export function refuseOtherSites(fastify: FastifyInstance, { host, allowedHosts }: SiteConfig): void {
  const own = new Set([...allowedHosts, ...(isIP(host) && !isUnspecified(host) ? [nameOf(host)] : [])]);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const detail = strangeSite(request, (name) => LOOPBACK.test(name) || own.has(name));
    done(detail === undefined ? undefined : new RequestProblem('other_site', { detail }));
  });
}

type SiteConfig = Pick<Config, 'host' | 'allowedHosts'>;

function isUnspecified(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

function nameOf(address: string): string {
  return isIP(address) === 6 ? `[${address}]` : address;
}

function strangeSite({ headers }: FastifyRequest, isOwn: (name: string) => boolean): string | undefined {
  const { host = '', origin } = headers;
  const name = host.toLowerCase().replace(/:\d*$/, '');
  if (!isOwn(name))
    return `This service does not answer to "${name.slice(0, 100)}"; name it in ALLOWED_HOSTS if it should.`;
  if (origin === undefined || origin.toLowerCase().replace(/^https?:\/\//, '') === host.toLowerCase())
    return undefined;
  return `A page of "${origin.slice(0, 100)}" may not use this service.`;
}
