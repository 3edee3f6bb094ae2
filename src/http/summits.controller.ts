import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, parametersOf, viewNamed } from './asking.js';
import { Reading, type Asked } from './reading.js';

interface ViewRequest {
  Params: { summit: string; view: string };
  Querystring: Asked & Record<string, unknown>;
}

@Controller('v1/summits')
export class SummitsController {
  constructor(
    private readonly asking: Asking,
    private readonly reading: Reading,
  ) {}

  @Get(':summit/:view')
  async view(
    @Req() { params, query, headers }: FastifyRequest<ViewRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const view = viewNamed(params.view);
    const parameters = parametersOf(view, query);
    const moment = await this.reading.at(query, headers);
    void reply.header('Ledger-Position', moment.asOf);
    return this.asking.summit(view, params.summit, parameters, moment);
  }
}
