import { Controller, Get, Headers, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Facts } from '../../projection/facts.js';
import { gathered } from '../../projection/gather.js';
import { NoParameters } from '../../views/definition.js';
import type { Question } from '../../views/diff/compare.js';
import { recordHistory, type RecordHistory } from '../../views/record-history/record-history.js';
import { MomentResolver, type MomentParameters, type RequestHeaders } from '../moment-resolver.js';
import { ParsePipe } from '../parse.pipe.js';
import { RequestProblem } from '../problem.js';
import { Asked, Moments, OwnParametersPipe, viewsByRoute } from './requests.js';
import { envelope, ViewReader, type Envelope } from './view-reader.js';

type RecordRequest = FastifyRequest<{ Params: { stream: string; recordId: string } }>;

/** What is known of one record. */
export type RecordAnswer = Envelope & RecordHistory;

/** Questions that go beyond one summit. */
@Controller('v1')
export class CrossSummitController {
  constructor(
    private readonly facts: Facts,
    private readonly viewReader: ViewReader,
    private readonly moments: MomentResolver,
  ) {}

  /** Every version of a record, where it comes from, and who knew of it when. */
  @Get('records/:stream/:recordId')
  async record(
    @Req() { params, headers }: RecordRequest,
    @Query(OwnParametersPipe, ParsePipe) _: NoParameters,
    @Moments() asked: MomentParameters,
  ): Promise<RecordAnswer> {
    const address = `${params.stream}/${params.recordId}`;
    const moment = await this.moments.at(asked, headers);
    const dossier = this.facts.dossier(address, moment.asOf);
    if (!dossier) throw new RequestProblem('unknown_record', { detail: `There is no record ${address}.` });
    const around = gathered(this.facts, [dossier], moment.asOf);
    return { ...envelope(moment), ...recordHistory(dossier, around, moment) };
  }

  @Get([...viewsByRoute.keys()])
  async view(
    @Asked() question: Question,
    @Moments() asked: MomentParameters,
    @Headers() headers: RequestHeaders,
  ): Promise<Envelope> {
    return this.viewReader.answer(question, await this.moments.at(asked, headers));
  }
}
