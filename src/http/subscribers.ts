import { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { forms, type Form } from './accept.js';
import { throttled, cutWhenStalled } from './flow-control.js';
import { RequestProblem } from './problem.js';
import { withHeartbeat } from './sse.js';
import { whenClosed } from './when-closed.js';

/**
 * Milliseconds between two texts to a reader for each stream that is open: however many there are, they get
 * some 40,000 texts a second together, which carry more each, and leave the process time for commands.
 */
const DELAY_FOR_EACH = 0.025;

/** The open streams of this process: how many there may be, and how each ends. */
@Injectable()
export class Subscribers implements OnModuleDestroy {
  private open = 0;
  private readonly closing = new AbortController();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * The body of an answer: texts as they come, as fast as it reads, until they end, it leaves, it has read nothing
   * for too long, or the service stops.
   * @throws RequestProblem `too_many_subscribers`
   */
  stream(
    reply: FastifyReply,
    form: Form,
    texts: (signal: AbortSignal) => AsyncIterable<string>,
  ): StreamableFile {
    if (this.open >= this.config.maxSubscribers) throw new RequestProblem('too_many_subscribers');
    const left = new AbortController();
    this.open += 1;
    // Also of one that has left already, while what it asked for was waited for.
    whenClosed(reply.raw, () => {
      this.open -= 1;
      left.abort();
    });
    // Headers would otherwise wait for the first text, and a client who asks for what is yet to come with them.
    reply.raw.once('pipe', () => reply.raw.flushHeaders());
    const signal = AbortSignal.any([left.signal, this.closing.signal]);
    const source = throttled(texts(signal), () => this.open * DELAY_FOR_EACH);
    const body = form === 'sse' ? withHeartbeat(source, this.config.heartbeatMs) : source;
    const read = cutWhenStalled(body, this.config.stallTimeoutMs, () => reply.raw.destroy());
    void reply.header('Cache-Control', 'no-store').header('X-Accel-Buffering', 'no').type(forms[form]);
    // The framework would wait for the first text of any other stream before it sends the headers.
    return new StreamableFile(Readable.from(read, { objectMode: false, highWaterMark: 64 * 1024 }));
  }

  /** Ends every open stream, so that the server can stop once their readers have heard of it. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  get count(): number {
    return this.open;
  }
}
