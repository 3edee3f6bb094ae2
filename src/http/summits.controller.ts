import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, questionOf } from './asking.js';
import { Reading, type Asked } from './reading.js';

/** The view that the address of the summit itself answers with. */
const FIRST = 'outcome';

interface ViewRequest {
  Params: { summit: string; view?: string };
  Querystring: Asked & Record<string, unknown>;
}

@Controller('v1/summits')
export class SummitsController {
  constructor(
    private readonly asking: Asking,
    private readonly reading: Reading,
  ) {}

  @Get([':summit', ':summit/:view'])
  async view(
    @Req() { params, query, headers }: FastifyRequest<ViewRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { at, asOf, publicAt, ...own } = query;
    const question = questionOf(params.summit, params.view ?? FIRST, own);
    const moment = await this.reading.at(query, headers);
    void reply.header('Ledger-Position', moment.asOf);
    return this.asking.answer(question, moment);
  }
}
