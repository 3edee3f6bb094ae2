import { Failure, isConnectionLost, Refused, ServiceAway } from './failure.js';
import { Readable } from 'node:stream';
import { linesOf } from '../http/commands/lines.js';
import { refusal } from './render/refusal.js';
import { isRow, number, text, type Row } from './render/row.js';

export type Query = Readonly<Record<string, string | undefined>>;

/** A running service, over HTTP. Whatever it answers is looked at before it is used. */
export class Client {
  private readonly base: string;

  /** @param signal ends what is under way */
  constructor(
    url: string,
    readonly signal: AbortSignal,
  ) {
    if (!URL.canParse(url) || !/^https?:/.test(url))
      throw new Failure(`"${url}" is no address of a service; it looks like http://127.0.0.1:8080`);
    this.base = url.replace(/\/+$/, '');
  }

  /** @throws Refused, ServiceAway */
  async get(path: string, query: Query = {}): Promise<Row> {
    const response = await this.open(path, query);
    return rowOf(await response.text());
  }

  /** The ledger's last position. */
  async head(): Promise<string> {
    return text(await this.get('/health/ready'), 'head') ?? '0';
  }

  /**
   * Records one command and gives its answer. Without a key it goes as a line of an import, which makes one of what
   * it says.
   * @throws Refused, ServiceAway
   */
  async record(line: {
    readonly command: string;
    readonly body: Row;
    readonly key: string | undefined;
  }): Promise<Row> {
    const lines = Readable.from([Buffer.from(JSON.stringify(line))]);
    for await (const result of this.recordAll(lines)) {
      const status = number(result, 'status') ?? 500;
      if (status === 201) return result;
      throw new Refused(refusal(result), status);
    }
    throw new Failure('The service gave no answer');
  }

  /**
   * Streams lines of commands to the service and gives the result of each, in order. Takes the next line only
   * when the service has room for it.
   */
  async *recordAll(lines: AsyncIterable<Uint8Array>): AsyncGenerator<Row, void> {
    const response = await this.open(
      '/v1/commands',
      {},
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: ReadableStream.from(lines),
        duplex: 'half',
      },
    );
    yield* rowsOf(response);
  }

  /** The lines of an answer as they come. */
  async *stream(path: string, query: Query): AsyncGenerator<Row, void> {
    yield* rowsOf(await this.open(path, query, { headers: { accept: 'application/x-ndjson' } }));
  }

  /**
   * An answer whose body is still to be read.
   * @throws Refused, ServiceAway
   */
  async open(path: string, query: Query, init: RequestInit = {}): Promise<Response> {
    const address = new URL(`${this.base}${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) address.searchParams.set(name, value);
    const response = await fetch(address, { ...init, signal: this.signal }).catch((error: unknown) => {
      throw isConnectionLost(error) ? new ServiceAway(this.base) : error;
    });
    if (response.ok) return response;
    throw new Refused(refusal(problemIn(await response.text(), response.status)), response.status);
  }
}

async function* rowsOf(response: Response): AsyncGenerator<Row, void> {
  if (response.body === null) return;
  for await (const line of linesOf(response.body, Infinity))
    if (line && line.length > 0) yield rowOf(line.toString());
}

function rowOf(json: string): Row {
  const value = parsed(json);
  if (isRow(value)) return value;
  throw new Failure(
    'The service answered with something that is not a summit ledger’s; is the address right?',
  );
}

function problemIn(json: string, status: number): Row {
  const value = parsed(json);
  return isRow(value) ? value : { code: String(status), title: 'The service gave no reason.' };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
