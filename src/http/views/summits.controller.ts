import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Moment } from '../../time/moment.js';
import type { Question } from '../../views/diff/compare.js';
import { calendar } from '../../views/schedule/calendar.js';
import { officialScheduleView, type PlanParameters } from '../../views/schedule/official-schedule.js';
import { formFor, forms } from '../accept.js';
import { MomentResolver, type MomentParameters, type RequestHeaders } from '../moment-resolver.js';
import { Subscribers } from '../subscribers.js';
import { calendarText } from './calendar-text.js';
import { LiveView } from './live-view.js';
import { Asked, Moments } from './requests.js';
import { ViewReader } from './view-reader.js';

/** The view that calendar programs subscribe to. */
const SCHEDULE = officialScheduleView.name;
const ICS = `${forms.ics}; charset=utf-8`;

@Controller('v1/summits')
export class SummitsController {
  constructor(
    private readonly viewReader: ViewReader,
    private readonly moments: MomentResolver,
    private readonly liveView: LiveView,
    private readonly subscribers: Subscribers,
  ) {}

  /** A view at a moment; as a stream its state, then its changes. */
  @Get([':summit', ':summit/:view'])
  async view(
    @Asked() question: Question,
    @Moments() asked: MomentParameters,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const hasCalendar = question.view.name === SCHEDULE;
    const form = formFor([headers['accept']].flat()[0], [
      'json',
      'sse',
      ...(hasCalendar ? (['ics'] as const) : []),
    ]);
    const moment = await this.moments.at(asked, headers);
    if (form === 'json') return this.viewReader.answer(question, moment);
    void reply.header('Ledger-Position', moment.asOf);
    if (form === 'ics') return this.calendarOf(question, moment, reply);
    const reader = { lastEventId: [headers['last-event-id']].flat()[0], epoch: await this.liveView.epoch() };
    return this.subscribers.stream(reply, form, (signal) =>
      this.liveView.follow(question, asked, reader, signal),
    );
  }

  /** The official schedule at an address that calendar programs can be given, whatever they accept. */
  @Get(`:summit/${SCHEDULE}.ics`)
  async calendar(
    @Asked(SCHEDULE) question: Question,
    @Moments() asked: MomentParameters,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const moment = await this.moments.at(asked, headers);
    void reply.header('Ledger-Position', moment.asOf);
    return this.calendarOf(question, moment, reply);
  }

  private calendarOf(question: Question, moment: Moment, reply: FastifyReply): string {
    const { dossiers } = this.viewReader.knowledge(question, moment);
    void reply.type(ICS);
    // The parameters of the official schedule are those of a plan.
    const parameters = question.parameters as PlanParameters;
    return calendarText(calendar(dossiers, moment, { summitId: question.subject, ...parameters }));
  }
}
