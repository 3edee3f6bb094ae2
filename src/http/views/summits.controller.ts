import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formFor, forms } from '../accept.js';
import { ViewReader, questionOf } from './view-reader.js';
import { calendarText } from './calendar-text.js';
import { LiveView } from './live-view.js';
import type { Moment } from '../../time/moment.js';
import type { Question } from '../../views/diff/compare.js';
import type { PlanParameters } from '../../views/parameters.js';
import { calendar } from '../../views/schedule/calendar.js';
import { MomentResolver, type MomentParameters } from '../moment-resolver.js';
import { Subscribers } from '../subscribers.js';

/** The view that the address of the summit itself answers with. */
const FIRST = 'outcome';
/** The view that calendar programs subscribe to. */
const SCHEDULE = 'official-schedule';
const ICS = `${forms.ics}; charset=utf-8`;

type ViewRequest = FastifyRequest<{
  Params: { summit: string; view?: string };
  Querystring: MomentParameters & Record<string, unknown>;
}>;

@Controller('v1/summits')
export class SummitsController {
  constructor(
    private readonly viewReader: ViewReader,
    private readonly reading: MomentResolver,
    private readonly liveView: LiveView,
    private readonly subscribers: Subscribers,
  ) {}

  /** A view at a moment; as a stream its state, then its changes. */
  @Get([':summit', ':summit/:view'])
  async view(@Req() { params, query, headers }: ViewRequest, @Res() reply: FastifyReply): Promise<void> {
    const { summit, view = FIRST } = params;
    const form = formFor(headers.accept, ['json', 'sse', ...(view === SCHEDULE ? (['ics'] as const) : [])]);
    const { at, asOf, publicAt, ...own } = query;
    const question = questionOf(summit, view, own);
    const moment = await this.reading.at(query, headers);
    void reply.header('Ledger-Position', moment.asOf);
    if (form === 'json') return void reply.send(this.viewReader.answer(question, moment));
    if (form === 'ics') return void reply.type(ICS).send(this.calendarOf(question, moment));
    const lastEventId = [headers['last-event-id']].flat()[0];
    this.subscribers.send(reply, form, (signal) =>
      this.liveView.follow(question, query, lastEventId, signal),
    );
  }

  /** The official schedule at an address that calendar programs can be given, whatever they accept. */
  @Get(`:summit/${SCHEDULE}.ics`)
  async calendar(@Req() { params, query, headers }: ViewRequest, @Res() reply: FastifyReply): Promise<void> {
    const { at, asOf, publicAt, ...own } = query;
    const question = questionOf(params.summit, SCHEDULE, own);
    const moment = await this.reading.at(query, headers);
    void reply.header('Ledger-Position', moment.asOf).type(ICS).send(this.calendarOf(question, moment));
  }

  private calendarOf({ summitId, parameters }: Question, moment: Moment): string {
    const { dossiers } = this.viewReader.knowledge(summitId, moment);
    // The parameters of the official schedule are those of a plan.
    return calendarText(calendar(dossiers, moment, { summitId, ...(parameters as PlanParameters) }));
  }
}
