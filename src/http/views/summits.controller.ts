import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formFor } from '../accept.js';
import { Asking, questionOf } from './asking.js';
import { Following } from './following.js';
import { Reading, type Asked } from '../reading.js';
import { Subscribers } from '../subscribers.js';

/** The view that the address of the summit itself answers with. */
const FIRST = 'outcome';

type ViewRequest = FastifyRequest<{
  Params: { summit: string; view?: string };
  Querystring: Asked & Record<string, unknown>;
}>;

@Controller('v1/summits')
export class SummitsController {
  constructor(
    private readonly asking: Asking,
    private readonly reading: Reading,
    private readonly following: Following,
    private readonly subscribers: Subscribers,
  ) {}

  /** A view at a moment; as a stream its state, then its changes. */
  @Get([':summit', ':summit/:view'])
  async view(@Req() { params, query, headers }: ViewRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = formFor(headers.accept, ['json', 'sse']);
    const { at, asOf, publicAt, ...own } = query;
    const question = questionOf(params.summit, params.view ?? FIRST, own);
    const moment = await this.reading.at(query, headers);
    void reply.header('Ledger-Position', moment.asOf);
    if (form === 'json') return void reply.send(this.asking.answer(question, moment));
    const lastEventId = [headers['last-event-id']].flat()[0];
    this.subscribers.send(reply, form, (signal) =>
      this.following.follow(question, query, lastEventId, signal),
    );
  }
}
