import { Readable } from 'node:stream';
import { Body, Controller, Headers, HttpCode, Logger, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandResult } from '../../command-handling/command-result.js';
import { results } from './bulk.js';
import { RequestProblem } from '../problem.js';
import { CommandDispatcher } from './command-dispatcher.js';

type Headings = Readonly<Record<string, string | undefined>>;

@Controller('v1/commands')
export class CommandsController {
  private readonly logger = new Logger('http');

  constructor(private readonly dispatcher: CommandDispatcher) {}

  @Post(':command')
  @HttpCode(201)
  async one(
    @Param('command') name: string,
    @Body() body: unknown,
    @Headers() headers: Headings,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResult> {
    if (body instanceof Readable) throw new RequestProblem('unsupported_media_type');
    const answer = await this.dispatcher.dispatch(name, body, {
      idempotencyKey: headers['idempotency-key'],
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    });
    void reply
      .header('Location', `/v1/records/${answer.record}`)
      .header('ETag', `"${answer.stream}@${answer.revision}"`)
      .header('Ledger-Position', answer.position);
    return answer;
  }

  /** A bulk import: a command a line, each recorded or refused on its own, in order. */
  @Post()
  bulk(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!(request.body instanceof Readable))
      throw new RequestProblem('unsupported_media_type', {
        detail: 'A bulk import comes as application/x-ndjson; one command goes to /v1/commands/{Command}.',
      });
    const lines = results(request.body, {
      take: (name, body, idempotencyKey) => this.dispatcher.dispatch(name, body, { idempotencyKey }),
      unexpected: (error) => this.logger.error(error),
    });
    void reply.status(200).type('application/x-ndjson').send(Readable.from(lines));
  }
}
