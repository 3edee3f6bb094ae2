import { finished } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Facts } from '../../projection/facts.js';
import { forms } from '../accept.js';
import { RequestProblem } from '../problem.js';
import { MomentResolver } from '../moment-resolver.js';
import { Subscribers } from '../subscribers.js';
import { eventQuery, invalid, type EventQuery, type QueryParameters } from './event-query.js';
import { asFrames, asLines, eventBodies } from './event-texts.js';
import { Feed } from './feed.js';
import { representationFor, type Representation } from './representation.js';
import { selectionFor, type Selection } from './selection.js';

type EventRequest = FastifyRequest<{ Params: { stream: string }; Querystring: QueryParameters }>;

/** What was asked, and how it is found and answered. */
interface Asked extends Selection, Representation {
  readonly query: EventQuery;
  readonly url: string;
}

@Controller('v1')
export class EventsController {
  constructor(
    private readonly feed: Feed,
    private readonly facts: Facts,
    private readonly reading: MomentResolver,
    private readonly subscribers: Subscribers,
  ) {}

  /** The whole ledger in order: a page, all of its history as lines, or history and then live. */
  @Get('events')
  async all(@Req() request: EventRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(await this.asked(request), reply);
  }

  @Get('streams/:stream/events')
  async one(@Req() request: EventRequest, @Res() reply: FastifyReply): Promise<void> {
    const { stream } = request.params;
    if (!(await this.feed.has(stream)))
      throw new RequestProblem('not_found', { detail: `There is no stream "${stream}".` });
    await this.answer(await this.asked(request, stream), reply);
  }

  private async asked({ query: given, headers, url }: EventRequest, stream?: string): Promise<Asked> {
    const query = eventQuery(given, [headers['last-event-id']].flat()[0]);
    const representation = representationFor(headers.accept, query.format);
    if (query.summit !== undefined || query.record !== undefined) await this.reading.ready(headers);
    return { query, url, ...representation, ...selectionFor(query, this.facts, stream) };
  }

  private answer(asked: Asked, reply: FastifyReply): Promise<void> {
    if (asked.shape === 'page') return this.page(asked, reply);
    if (asked.shape === 'frames') return this.frames(asked, reply);
    return this.lines(asked, reply);
  }

  private async frames({ query, form, format, ...selection }: Asked, reply: FastifyReply): Promise<void> {
    const reset = await this.feed.endBefore(query.after);
    this.subscribers.send(reply, form, (signal) =>
      asFrames(this.feed.live(reset ?? query.after, selection, signal), { format, reset }),
    );
  }

  private async lines({ query, form, format, ...selection }: Asked, reply: FastifyReply): Promise<void> {
    const { after, live } = query;
    const end = live ? await this.feed.endBefore(after) : undefined;
    // Lines have no room for a `reset`, and silence until the ledger gets there would hide what comes before.
    if (end !== undefined) throw invalid('after', `the ledger ends at position ${end}`);
    this.subscribers.send(reply, form, (signal) => {
      const pages = live
        ? this.feed.live(after, selection, signal)
        : this.feed.history(after, selection, signal);
      return asLines(pages, format);
    });
  }

  private async page({ query, url, form, format, ...selection }: Asked, reply: FastifyReply): Promise<void> {
    const left = new AbortController();
    finished(reply.raw, () => left.abort());
    const { events, position, caughtUp } = await this.feed.page(
      query.after,
      query.limit,
      selection,
      left.signal,
    );
    void reply.header('Ledger-Position', position);
    if (!caughtUp) void reply.header('Link', linkTo(url, position));
    const bodies = events.map(eventBodies[format]);
    const body = form === 'json' ? { events: bodies, position, caughtUp } : bodies;
    void reply.type(forms[form]).send(JSON.stringify(body));
  }
}

/** The page after a position, as a `Link` header names it. */
function linkTo(url: string, position: string): string {
  const next = new URL(url, 'http://localhost');
  next.searchParams.set('after', position);
  return `<${next.pathname}${next.search}>; rel="next"`;
}
