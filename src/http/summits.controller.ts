import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asking, parametersOf, viewNamed } from './asking.js';
import { Reading } from './reading.js';

type Parameters = Readonly<Record<string, string>>;

@Controller('v1/summits')
export class SummitsController {
  constructor(
    private readonly asking: Asking,
    private readonly reading: Reading,
  ) {}

  @Get(':summit/:view')
  async view(
    @Param('summit') summitId: string,
    @Param('view') name: string,
    @Query() query: Parameters,
    @Headers('ledger-min-position') minPosition: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const view = viewNamed(name);
    const parameters = parametersOf(view, query);
    await this.reading.ready(minPosition);
    const moment = this.reading.moment(query);
    void reply.header('Ledger-Position', moment.asOf);
    return this.asking.summit(view, summitId, parameters, moment);
  }
}
