import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Facts } from '../../projection/facts.js';
import { gathered } from '../../projection/gather.js';
import { parse } from '../../command-handling/parse.js';
import { NoParameters } from '../../views/parameters.js';
import { recordHistory } from '../../views/record-history/record-history.js';
import { ViewReader, envelope } from './view-reader.js';
import { RequestProblem } from '../problem.js';
import { MomentResolver, type MomentParameters } from '../moment-resolver.js';
import { crossSummitViews, type CrossSummitView } from './cross-summit-views.js';

type WideRequest = FastifyRequest<{
  Params: { id?: string };
  Querystring: MomentParameters & Record<string, unknown>;
}>;
type RecordRequest = FastifyRequest<{
  Params: { stream: string; recordId: string };
  Querystring: MomentParameters & Record<string, unknown>;
}>;

/** Each view by its own route: one for all would claim every address that is not there. */
const viewsByRoute: ReadonlyMap<string, CrossSummitView> = new Map(
  crossSummitViews.map((view) => [view.about === undefined ? view.name : `${view.name}/:id`, view]),
);

/** Questions that go beyond one summit. */
@Controller('v1')
export class CrossSummitController {
  constructor(
    private readonly facts: Facts,
    private readonly viewReader: ViewReader,
    private readonly reading: MomentResolver,
  ) {}

  /** Every version of a record, where it comes from, and who knew of it when. */
  @Get('records/:stream/:recordId')
  async record(
    @Req() { params, query, headers }: RecordRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const address = `${params.stream}/${params.recordId}`;
    const { at, asOf, publicAt, ...own } = query;
    parse(NoParameters, own);
    const moment = await this.reading.at(query, headers);
    const dossier = this.facts.dossier(address, moment.asOf);
    if (!dossier) throw new RequestProblem('unknown_record', { detail: `There is no record ${address}.` });
    void reply.header('Ledger-Position', moment.asOf);
    const around = gathered(this.facts, [dossier], moment.asOf);
    return { ...envelope(moment), ...recordHistory(dossier, around, moment) };
  }

  @Get([...viewsByRoute.keys()])
  async view(
    @Req() { params, query, headers, routeOptions }: WideRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { id } = params;
    const view = viewsByRoute.get(routeOptions.url?.replace('/v1/', '') ?? '');
    if (!view) throw new RequestProblem('not_found');
    const { at, asOf, publicAt, ...own } = query;
    const parameters = parse(view.parameters, own);
    const moment = await this.reading.at(query, headers);
    if (id !== undefined) this.requireKnown(view, id);
    void reply.header('Ledger-Position', moment.asOf);
    const found = view.find(this.facts, { ...parameters, id: id ?? '' }, moment.asOf);
    const { facts } = this.viewReader.known(found, moment);
    return { ...envelope(moment), ...view.answer(facts, moment, id ?? '', parameters) };
  }

  private requireKnown({ about, find }: CrossSummitView, id: string): void {
    if (about === undefined || find(this.facts, { id }, this.facts.position()).length > 0) return;
    throw new RequestProblem('not_found', { detail: `No ${about} "${id}" is on record.` });
  }
}
