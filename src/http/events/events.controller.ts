import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Facts } from '../../projection/facts.js';
import { comparePositions } from '../../time/ledger-position.js';
import { forms } from '../accept.js';
import { ParsePipe } from '../parse.pipe.js';
import { RequestProblem } from '../problem.js';
import { MomentResolver } from '../moment-resolver.js';
import { Subscribers } from '../subscribers.js';
import { EventParameters, eventQuery, invalid, type EventQuery } from './event-query.js';
import { asFrames, asLines, eventBodies } from './event-texts.js';
import { Feed } from './feed.js';
import { representationFor, type Representation } from './representation.js';
import type { WireEvent } from './wire-event.js';
import { selectionFor, type Selection } from './selection.js';
import { whenClosed } from '../when-closed.js';

/** What was asked, and how it is found and answered. */
interface EventAnswer extends Selection, Representation {
  readonly query: EventQuery;
  readonly url: string;
}

/** A page of events. */
export interface EventPage {
  readonly events: readonly WireEvent[];
  /** Everything up to and including this position was looked at: where the next page begins. */
  readonly position: string;
  /** Whether the end of the ledger was reached. */
  readonly caughtUp: boolean;
}

@Controller('v1')
export class EventsController {
  constructor(
    private readonly feed: Feed,
    private readonly facts: Facts,
    private readonly moments: MomentResolver,
    private readonly subscribers: Subscribers,
  ) {}

  /** The whole ledger in order: a page, all of its history as lines, or history and then live. */
  @Get('events')
  async all(
    @Req() request: FastifyRequest,
    @Query(ParsePipe) parameters: EventParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return this.answer(await this.asked(request, parameters), reply);
  }

  @Get('streams/:stream/events')
  async one(
    @Req() request: FastifyRequest,
    @Param('stream') stream: string,
    @Query(ParsePipe) parameters: EventParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (!(await this.feed.has(stream)))
      throw new RequestProblem('not_found', { detail: `There is no stream "${stream}".` });
    return this.answer(await this.asked(request, parameters, stream), reply);
  }

  private async asked(
    { headers, url }: FastifyRequest,
    parameters: EventParameters,
    stream?: string,
  ): Promise<EventAnswer> {
    const query = eventQuery(parameters, [headers['last-event-id']].flat()[0]);
    const representation = representationFor(headers.accept, query.format);
    if (query.summit !== undefined || query.record !== undefined) await this.moments.ready(headers);
    return { query, url, ...representation, ...selectionFor(query, this.facts, stream) };
  }

  private answer(asked: EventAnswer, reply: FastifyReply): Promise<unknown> {
    if (asked.shape === 'page') return this.page(asked, reply);
    if (asked.shape === 'frames') return this.frames(asked, reply);
    return this.lines(asked, reply);
  }

  private async frames(
    { query, form, format, ...selection }: EventAnswer,
    reply: FastifyReply,
  ): Promise<unknown> {
    const { end: reset, epoch } = await this.feed.standing(query);
    return this.subscribers.stream(reply, form, (signal) =>
      asFrames(this.feed.live(reset ?? query.after, selection, signal), { format, reset, epoch }),
    );
  }

  private async lines(
    { query, form, format, ...selection }: EventAnswer,
    reply: FastifyReply,
  ): Promise<unknown> {
    const { after, live } = query;
    await this.requirePlace(query, reply);
    return this.subscribers.stream(reply, form, (signal) => {
      const pages = live
        ? this.feed.live(after, selection, signal)
        : this.feed.history(after, selection, signal);
      return asLines(pages, format);
    });
  }

  /**
   * Lines and pages have no room for a `reset`, and silence until the ledger gets there would hide what comes before.
   * @throws Rejected `invalid` for a reader who stands beyond the end, or has seen what is gone since a restore
   */
  private async requirePlace(query: EventQuery, reply: FastifyReply): Promise<void> {
    const { end, epoch } = await this.feed.standing(query);
    void reply.header('Ledger-Epoch', epoch);
    if (end === undefined) return;
    const isBeyond = comparePositions(query.after, end) > 0;
    const message = isBeyond ? '' : ', and was restored since that position was handed out: begin anew';
    throw invalid(isBeyond ? 'after' : 'epoch', `the ledger ends at position ${end}${message}`);
  }

  private async page(
    { query, url, form, format, ...selection }: EventAnswer,
    reply: FastifyReply,
  ): Promise<unknown> {
    await this.requirePlace(query, reply);
    const left = new AbortController();
    whenClosed(reply.raw, () => left.abort());
    const { events, position, caughtUp } = await this.feed.page(
      query.after,
      query.limit,
      selection,
      left.signal,
    );
    void reply.header('Ledger-Position', position);
    if (!caughtUp) void reply.header('Link', linkTo(url, position, query.epoch));
    const bodies = events.map(eventBodies[format]);
    const body = form === 'json' ? { events: bodies, position, caughtUp } : bodies;
    void reply.type(forms[form]);
    return body;
  }
}

/** The page after a position, as a `Link` header names it. */
function linkTo(url: string, position: string, epoch: string | undefined): string {
  const next = new URL(url, 'http://localhost');
  next.searchParams.set('after', position);
  if (epoch !== undefined) next.searchParams.set('epoch', epoch);
  return `<${next.pathname}${next.search}>; rel="next"`;
}
