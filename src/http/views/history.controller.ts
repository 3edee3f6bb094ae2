import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formFor } from '../accept.js';
import { questionOf } from './view-reader.js';
import { ViewDiff, type Difference } from './view-diff.js';
import { MomentResolver, type MomentParameters } from '../moment-resolver.js';
import { paced } from './replaying.js';
import { ReplayParameters, DiffParameters, axisParametersOf } from './axis-parameters.js';
import { Subscribers } from '../subscribers.js';

type ViewRequest = FastifyRequest<{
  Params: { summit: string; view: string };
  Querystring: MomentParameters & Record<string, unknown>;
}>;

/** What became of a view from one point of an axis to another. */
@Controller('v1/summits/:summit/:view')
export class HistoryController {
  constructor(
    private readonly reading: MomentResolver,
    private readonly viewDiff: ViewDiff,
    private readonly subscribers: Subscribers,
  ) {}

  /** What changed in a view between two points of one axis, and which records did it. */
  @Get('diff')
  async diff(
    @Req() { params, query, headers }: ViewRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Difference> {
    const { at, asOf, publicAt, ...rest } = query;
    const { span, own } = axisParametersOf(DiffParameters, rest);
    const question = questionOf(params.summit, params.view, own);
    await this.reading.ready(headers);
    const difference = this.viewDiff.difference(question, query, span);
    void reply.header('Ledger-Position', difference.position);
    return difference;
  }

  /** A view as history goes by on one axis. */
  @Get('replay')
  async replay(@Req() { params, query, headers }: ViewRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = formFor(headers.accept, ['ndjson', 'sse']);
    const { at, asOf, publicAt, ...rest } = query;
    const { span, own } = axisParametersOf(ReplayParameters, rest);
    const question = questionOf(params.summit, params.view, own);
    await this.reading.ready(headers);
    const frames = this.viewDiff.replay(question, query, span);
    const speed = span.speed === undefined ? undefined : Number(span.speed);
    this.subscribers.send(reply, form, (signal) => paced(frames, form, signal, speed));
  }
}
