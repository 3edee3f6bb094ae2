import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RETRY_AFTER } from './problem.js';
import { problemOf } from './problem-of.js';

/** Every error leaves the service as one problem document; the unexpected is logged with its stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status === 500) this.logger.error(error);
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.status === 503) void reply.header('Retry-After', String(RETRY_AFTER));
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
