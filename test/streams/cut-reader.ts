import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';

/** Connections are cut, so none is used twice. */
const agent = new Agent({ keepAlive: false });

/** What a reader has put together of a ledger: a digest of all events in their order. */
export interface Log {
  readonly digest: string;
  /** Over how many connections it came. */
  readonly pieces: number;
}

/** The digest that whoever misses and repeats nothing ends up with. */
export function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha1');
  for (const line of lines) {
    const { position, type } = JSON.parse(line) as { position: string; type: string }; // an event a line
    hash.update(`id: ${position}\nevent: ${type}\ndata: ${line}\n\n`);
  }
  return hash.digest('hex');
}

/**
 * Reads events up to a position, over as many connections as it takes: each is cut after so many bytes, in
 * the middle of whatever comes.
 * @param bytes asked before each connection
 */
export async function readInPieces(url: URL, until: string, bytes: () => number): Promise<Log> {
  const log = new LogWriter();
  let pieces = 0;
  for (; log.last !== until; pieces += 1) {
    const headers = { accept: 'text/event-stream', 'last-event-id': log.last };
    const request = get(url, { headers, agent });
    const [response] = (await once(request, 'response')) as [IncomingMessage]; // as Node says
    await read(response, log, { until, bytes: bytes() });
    request.destroy();
  }
  return { digest: log.digest(), pieces };
}

interface Limits {
  readonly until: string;
  readonly bytes: number;
}

async function read(
  response: AsyncIterable<Buffer>,
  log: LogWriter,
  { until, bytes }: Limits,
): Promise<void> {
  let [rest, left] = ['', bytes];
  for await (const chunk of response) {
    rest += chunk.subarray(0, left).toString('latin1');
    const end = rest.lastIndexOf('\n\n');
    if (end >= 0) log.take(rest.slice(0, end + 2));
    if (end >= 0) rest = rest.slice(end + 2);
    left -= chunk.length;
    if (left <= 0 || log.last === until) return;
  }
}

/** Comments, and what tells of the stream and not of the ledger. */
const CONTROL = /^(:|event: caught-up\n.*\n)\n/gm;

class LogWriter {
  /** The id of the last frame. */
  last = '0';
  private readonly hash = createHash('sha1');

  /** @param frames whole ones; it is a matter of time that they are not looked at one by one */
  take(frames: string): void {
    const events = frames.replace(CONTROL, '');
    const start = `\n${events}`.lastIndexOf('\nid: ');
    if (start < 0) return;
    this.last = events.slice(start + 'id: '.length, events.indexOf('\n', start));
    this.hash.update(events);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
