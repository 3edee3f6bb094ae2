import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formFor } from '../accept.js';
import { questionOf } from './asking.js';
import { Comparing, type Difference } from './comparing.js';
import { Reading, type Asked } from '../reading.js';
import { paced } from './replaying.js';
import { ReplaySpan, Span, spanOf } from './span.js';
import { Subscribers } from '../subscribers.js';

type ViewRequest = FastifyRequest<{
  Params: { summit: string; view: string };
  Querystring: Asked & Record<string, unknown>;
}>;

/** What became of a view from one point of an axis to another. */
@Controller('v1/summits/:summit/:view')
export class HistoryController {
  constructor(
    private readonly reading: Reading,
    private readonly comparing: Comparing,
    private readonly subscribers: Subscribers,
  ) {}

  /** What changed in a view between two points of one axis, and which records did it. */
  @Get('diff')
  async diff(
    @Req() { params, query, headers }: ViewRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Difference> {
    const { at, asOf, publicAt, ...rest } = query;
    const { span, own } = spanOf(Span, rest);
    const question = questionOf(params.summit, params.view, own);
    await this.reading.ready(headers);
    const difference = this.comparing.difference(question, query, span);
    void reply.header('Ledger-Position', difference.position);
    return difference;
  }

  /** A view as history goes by on one axis. */
  @Get('replay')
  async replay(@Req() { params, query, headers }: ViewRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = formFor(headers.accept, ['ndjson', 'sse']);
    const { at, asOf, publicAt, ...rest } = query;
    const { span, own } = spanOf(ReplaySpan, rest);
    const question = questionOf(params.summit, params.view, own);
    await this.reading.ready(headers);
    const frames = this.comparing.replay(question, query, span);
    const speed = span.speed === undefined ? undefined : Number(span.speed);
    this.subscribers.send(reply, form, (signal) => paced(frames, form, signal, speed));
  }
}
