import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { formFor } from '../accept.js';
import { MomentResolver, type MomentParameters, type RequestHeaders } from '../moment-resolver.js';
import { Subscribers } from '../subscribers.js';
import { axisParametersOf, DiffParameters, ReplayParameters } from './axis-parameters.js';
import { replayTexts } from './replay-texts.js';
import { Moments, ownParameters, questionOf, type ViewRequest } from './requests.js';
import { ViewDiff, type Difference } from './view-diff.js';

/** What became of a view from one point of an axis to another. */
@Controller('v1/summits/:summit/:view')
export class HistoryController {
  constructor(
    private readonly moments: MomentResolver,
    private readonly viewDiff: ViewDiff,
    private readonly subscribers: Subscribers,
  ) {}

  /** What changed in a view between two points of one axis, and which records did it. */
  @Get('diff')
  async diff(
    @Req() request: ViewRequest,
    @Moments() asked: MomentParameters,
    @Headers() headers: RequestHeaders,
  ): Promise<Difference> {
    const { axis, own } = axisParametersOf(DiffParameters, ownParameters(request.query));
    const question = questionOf(request, own);
    await this.moments.ready(headers);
    return this.viewDiff.difference(question, asked, axis);
  }

  /** A view as history goes by on one axis. */
  @Get('replay')
  async replay(
    @Req() request: ViewRequest,
    @Moments() asked: MomentParameters,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const form = formFor(request.headers.accept, ['ndjson', 'sse']);
    const { axis, own } = axisParametersOf(ReplayParameters, ownParameters(request.query));
    const question = questionOf(request, own);
    await this.moments.ready(headers);
    const frames = this.viewDiff.replay(question, asked, axis);
    const speed = axis.speed === undefined ? undefined : Number(axis.speed);
    return this.subscribers.stream(reply, form, (signal) => replayTexts(frames, form, signal, speed));
  }
}
