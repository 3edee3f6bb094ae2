import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Logger, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandResult } from '../../command-handling/command-result.js';
import { results } from './bulk.js';
import { NoParameters } from '../../views/definition.js';
import { ParsePipe } from '../parse.pipe.js';
import { RequestProblem } from '../problem.js';
import { CommandDispatcher } from './command-dispatcher.js';

type CommandRequest = FastifyRequest<{ Params: { command: string } }>;

@Controller('v1/commands')
export class CommandsController {
  private readonly logger = new Logger('http');

  constructor(private readonly dispatcher: CommandDispatcher) {}

  @Post(':command')
  @HttpCode(201)
  async one(
    @Req() { params, headers }: CommandRequest,
    @Query(ParsePipe) _: NoParameters,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandResult> {
    if (body instanceof Readable) throw new RequestProblem('unsupported_media_type');
    const { replayed, ...result } = await this.dispatcher.dispatch(params.command, body, {
      idempotencyKey: [headers['idempotency-key']].flat()[0],
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    });
    void reply
      .header('Location', `/v1/records/${result.record}`)
      .header('ETag', `"${result.stream}@${result.revision}"`);
    // The body is that of the first answer, to the byte.
    if (replayed)
      void reply.header('Idempotent-Replayed', 'true').header('Record-Standing', replayed.standing);
    return result;
  }

  /** A bulk import: a command a line, each recorded or refused on its own, in order. */
  @Post()
  bulk(@Req() request: FastifyRequest, @Query(ParsePipe) _: NoParameters, @Res() reply: FastifyReply): void {
    if (!(request.body instanceof Readable))
      throw new RequestProblem('unsupported_media_type', {
        detail: 'A bulk import comes as application/x-ndjson; one command goes to /v1/commands/{Command}.',
      });
    const lines = results(request.body, {
      take: (name, body, idempotencyKey) =>
        this.dispatcher.dispatch(name, body, { idempotencyKey, derivesKey: true }),
      unexpected: (error) => this.logger.error(error),
    });
    void reply.status(200).type('application/x-ndjson').send(Readable.from(lines));
  }
}
