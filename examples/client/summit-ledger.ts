import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';

/** An event as the service sends it. */
export interface LedgerEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  /** A place in the order of the ledger: store it to go on from here later. */
  readonly position: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Address of the record: <stream>/<recordId>. */
  readonly record: string;
  /** The record as told: its account and its data. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type Message =
  | { readonly kind: 'event'; readonly position: string; readonly event: LedgerEvent }
  /** All of history has come; what follows is live. */
  | { readonly kind: 'caught-up'; readonly position: string }
  /** This ledger ends before the position that was asked for, so it is another one; it goes on from here. */
  | { readonly kind: 'reset'; readonly position: string };

export interface Wish {
  /** Go on after this position; from the beginning unless given. */
  readonly after?: string;
  /** Of these types only, separated by commas. */
  readonly type?: string;
  readonly category?: string;
  readonly summit?: string;
  /** Of this record, and about it. */
  readonly record?: string;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly record: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

/** The service has understood, and says no. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, { code = 'unknown', title = '' }: { code?: string; title?: string }) {
    super(`${code}: ${title}`);
    this.status = status;
    this.code = code;
  }
}

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/** A summit ledger at the other end of HTTP. */
export class SummitLedger {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Records a command. The same key and body give the first answer again, so that it is safe to post again
   * whatever became of the first time.
   * @throws Refused when a rule or the shape refuses it
   */
  async record(command: string, body: object, key: string = crypto.randomUUID()): Promise<Answer> {
    const response = await fetch(new URL(`/v1/commands/${command}`, this.#url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    await requireSuccess(response);
    return (await response.json()) as Answer; // as the service's /openapi.json says
  }

  /**
   * Everything that was recorded, then what is recorded from now on, each event once and in order, however
   * often the connection is lost. Ends with the signal.
   * @throws Refused when the service does not take the wish
   */
  async *follow({ after = '0', signal, ...filter }: Wish = {}): AsyncGenerator<Message, void> {
    const url = new URL(`/v1/events?${new URLSearchParams(filter).toString()}`, this.#url);
    let last = after;
    for (let failures = 0; signal?.aborted !== true; failures += 1) {
      try {
        for await (const message of messagesOf(url, last, signal)) {
          failures = 0;
          last = message.position;
          yield message;
        }
      } catch (error) {
        if (isFinal(error)) throw error;
      }
      await elapsed(Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE), signal);
    }
  }
}

/** Whether trying again would not help. */
function isFinal(error: unknown): boolean {
  return error instanceof Refused && error.status < 500;
}

async function* messagesOf(url: URL, last: string, signal: AbortSignal | undefined): AsyncGenerator<Message> {
  const headers = { accept: 'text/event-stream', 'last-event-id': last };
  const response = await fetch(url, { headers, ...(signal && { signal }) });
  await requireSuccess(response);
  // The platform's own decoder takes bytes of either buffer; only its declared type is narrower.
  const decoder = new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>;
  const frames = response.body?.pipeThrough(decoder).pipeThrough(new EventSourceParserStream());
  for await (const frame of frames ?? []) yield messageIn(frame);
}

function messageIn({ event, data }: EventSourceMessage): Message {
  // As the service's /asyncapi.json says.
  const told = JSON.parse(data) as LedgerEvent;
  const { position } = told;
  if (event === 'caught-up' || event === 'reset') return { kind: event, position };
  return { kind: 'event', position, event: told };
}

async function requireSuccess(response: Response): Promise<void> {
  if (response.ok) return;
  const problem: unknown = await response.json().catch(() => ({}));
  throw new Refused(response.status, Object(problem) as { code?: string; title?: string }); // RFC 9457
}

function elapsed(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
