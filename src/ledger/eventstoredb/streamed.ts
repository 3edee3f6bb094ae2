import type { AllStreamSubscription, StreamingRead } from '@eventstore/db-client';
import { Silence } from './failures.js';

type Call<T> = StreamingRead<T> | AllStreamSubscription;

export interface StreamedOptions {
  /** After so many milliseconds in which nothing came, the call is given up. */
  readonly silenceMs?: number;
  /** Ends the iteration, without an error of its own. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a call of the client streams, at the pace of its reader. The call never outlives the iteration.
 * @throws Silence, and whatever the client throws
 */
export async function* streamed<T>(call: Call<T>, options: StreamedOptions): AsyncGenerator<T> {
  const reader = new CallReader(call, options);
  try {
    for (;;) {
      for (let item = reader.take(); item !== undefined; item = reader.take()) yield item;
      if (reader.isOver) return;
      await reader.changed();
    }
  } finally {
    reader.close();
  }
}

/**
 * One call, and all that may come of it. It is not iterated, because that destroys the client's stream when the
 * reader leaves: what the server had sent by then would be read by nobody, and the client would keep the call
 * for ever and wait for it when it is disposed.
 */
class CallReader<T> {
  private end: 'ended' | 'aborted' | undefined;
  private failure: Error | undefined;
  private wake: () => void = () => undefined;
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly call: Call<T>,
    private readonly options: StreamedOptions,
  ) {
    const { silenceMs, signal } = options;
    if (silenceMs !== undefined) this.timer = setTimeout(() => this.fail(new Silence(silenceMs)), silenceMs);
    if (signal?.aborted) this.abort();
    signal?.addEventListener('abort', this.abort);
    // The last one stays: the client may tell of an error when nobody reads any more, and without a listener
    // it would end the process.
    call.on('readable', this.arrived).on('end', this.ended).on('error', this.fail);
  }

  /** @throws whatever ended the call, once all that came before was taken */
  get isOver(): boolean {
    if (this.failure && this.end === undefined) throw this.failure;
    return this.end !== undefined;
  }

  take(): T | undefined {
    if (this.end === 'aborted') return undefined;
    // What the client types in its iteration only, and null where there is nothing at hand.
    return (this.call.read() as T | null) ?? undefined;
  }

  /** Resolves when there is something to take, or the call is over. */
  changed(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.options.signal?.removeEventListener('abort', this.abort);
    this.call.off('readable', this.arrived).off('end', this.ended);
    // To give up what has ended would be one more reset of a stream, and servers count these against a connection.
    if (this.end !== 'ended') this.giveUp();
  }

  private giveUp(): void {
    const given = 'cancel' in this.call ? this.call.cancel() : this.call.unsubscribe();
    // Where the call never reached the server, there is nothing to give up.
    given.catch(() => undefined);
    this.call.resume();
  }

  private readonly arrived = (): void => {
    this.timer?.refresh();
    this.wake();
  };

  private readonly ended = (): void => {
    this.end ??= 'ended';
    this.wake();
  };

  private readonly abort = (): void => {
    this.end ??= 'aborted';
    this.wake();
  };

  private readonly fail = (failure: Error): void => {
    this.failure ??= failure;
    this.wake();
  };
}
