import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Facts } from '../../facts/facts.js';
import { categoryOf, Ledger, type Page } from '../../ledger/ledger.js';
import { formFor } from '../accept.js';
import { asFrames, asLines, everything, history, ofStream, ofSummit, type Selects } from './event-pages.js';
import { eventQuery, type EventQuery, type QueryParameters } from './event-query.js';
import { RequestProblem } from '../problem.js';
import { Reading } from '../reading.js';
import { Subscribers } from '../subscribers.js';
import { wireEvent, type WireEvent } from './wire-event.js';

interface EventPage {
  readonly events: readonly WireEvent[];
  readonly position: string;
  readonly caughtUp: boolean;
}

const FORMS = ['json', 'ndjson', 'sse'] as const;

type EventRequest = FastifyRequest<{ Params: { stream: string }; Querystring: QueryParameters }>;

function queryOf({ query, headers }: EventRequest): EventQuery {
  return eventQuery(query, [headers['last-event-id']].flat()[0]);
}

@Controller('v1')
export class EventsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly facts: Facts,
    private readonly reading: Reading,
    private readonly subscribers: Subscribers,
  ) {}

  /** The whole ledger in order: a page, all of its history as lines, or history and then live. */
  @Get('events')
  async all(@Req() request: EventRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = queryOf(request);
    if (query.summit !== undefined) await this.reading.ready(request.headers);
    const selects = query.summit === undefined ? everything : ofSummit(query.summit, this.facts);
    await this.answer(query, selects, request, reply);
  }

  @Get('streams/:stream/events')
  async one(@Req() request: EventRequest, @Res() reply: FastifyReply): Promise<void> {
    const { stream } = request.params;
    if ((await this.ledger.read(stream)).length === 0)
      throw new RequestProblem('not_found', { detail: `There is no stream "${stream}".` });
    const query = queryOf(request);
    const filter = { ...query.filter, categories: [categoryOf(stream)] };
    await this.answer({ ...query, filter }, ofStream(stream), request, reply);
  }

  private async answer(
    query: EventQuery,
    selects: Selects,
    request: EventRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const form = formFor(request.headers.accept, FORMS);
    if (form === 'json') return this.page(query, selects, request, reply);
    const live = form === 'sse' || query.live;
    this.subscribers.send(reply, form, (signal) => {
      const pages = live
        ? this.ledger.subscribe(query.after, signal, query.filter)
        : history(this.ledger, query.after, query.filter, signal);
      return form === 'sse' ? asFrames(pages, selects) : asLines(pages, selects);
    });
  }

  private async page(
    query: EventQuery,
    selects: Selects,
    request: EventRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { events, position, caughtUp } = await this.fill(query, selects);
    void reply.header('Ledger-Position', position);
    if (!caughtUp) {
      const next = new URL(request.url, 'http://localhost');
      next.searchParams.set('after', position);
      void reply.header('Link', `<${next.pathname}${next.search}>; rel="next"`);
    }
    void reply.send({ events, position, caughtUp });
  }

  /** Reads on until the page is full or the ledger ends, since most events may not be selected. */
  private async fill({ after, limit, filter }: EventQuery, selects: Selects): Promise<EventPage> {
    const events: WireEvent[] = [];
    let page: Page = { events: [], position: after, caughtUp: false };
    while (!page.caughtUp && events.length < limit) {
      page = await this.ledger.readAll(page.position, limit - events.length, filter);
      events.push(...page.events.filter(selects).map(wireEvent));
    }
    return { events, position: page.position, caughtUp: page.caughtUp };
  }
}
