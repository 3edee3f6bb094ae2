import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Body = Readonly<Record<string, unknown>>;

export interface Reply<T = Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the text says, where it is JSON. */
  readonly body: T;
}

/** A command and its body: also a line of an import. */
export interface Posting {
  readonly command: string;
  readonly body: Body;
  readonly key?: string;
}

/** What an import answers to one line. */
export interface Outcome extends Body {
  readonly line: number;
  readonly status: number;
  readonly code?: string;
  readonly record?: string;
  readonly position?: string;
}

type Settings = Readonly<Record<string, string>>;

/** The service as it was built, in a process and a data folder of its own, asked as any client asks it. */
export class Service {
  url = '';
  private child: ChildProcess | undefined;

  private constructor(
    readonly folder: string,
    private readonly settings: Settings,
  ) {}

  /** @param prepare fills the data folder before the first start */
  static async start(
    settings: Settings = {},
    prepare: (folder: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<Service> {
    const service = new Service(await mkdtemp(join(tmpdir(), 'summit-ledger-')), settings);
    await prepare(service.folder);
    await service.restart();
    return service;
  }

  /** Starts again on the same data, at another address. */
  async restart(settings: Settings = {}): Promise<void> {
    const env = { DATA_DIR: this.folder, PORT: '0', LOG_LEVEL: 'silent', ...this.settings, ...settings };
    this.child = spawn(process.execPath, ['bin/summit-ledger.js', 'serve'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.url = await addressOf(this.child);
  }

  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('the service does not run');
    return this.child.pid;
  }

  /** Asks it to stop, and waits until it has. */
  async stop(): Promise<number | null> {
    return this.endedBy('SIGTERM');
  }

  /** Gives it no time to do anything. */
  async kill(): Promise<void> {
    await this.endedBy('SIGKILL');
  }

  /** For `afterAll`. */
  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  async send<T = Body>(path: string, init: RequestInit = {}): Promise<Reply<T>> {
    const answer = await this.open(path, init);
    const { status, headers } = answer;
    const text = await answer.text();
    const isJson = /\bjson\b/.test(headers.get('content-type') ?? '');
    // Each test says what it expects to be told, and looks.
    return { status, headers, text, body: (isJson ? JSON.parse(text) : {}) as T };
  }

  /** The answer before it was read. */
  async open(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.url), init);
  }

  get<T = Body>(path: string, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send<T>(path, { headers });
  }

  post<T = Body>({ command, body, key }: Posting, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const given = {
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    const init = { method: 'POST', body: JSON.stringify(body), headers: { ...given, ...headers } };
    return this.send<T>(`/v1/commands/${command}`, init);
  }

  /** Sends lines of commands, and reads what it says to each. */
  async import(lines: string): Promise<Outcome[]> {
    const headers = { 'content-type': 'application/x-ndjson' };
    const { text } = await this.send('/v1/commands', { method: 'POST', body: lines, headers });
    return outcomesIn(text);
  }

  /** Records what has to be there. */
  async given(...postings: readonly Posting[]): Promise<void> {
    const refused = (await this.import(asLines(postings))).filter(({ status }) => status !== 201);
    if (refused.length > 0) throw new Error(`the given is refused: ${JSON.stringify(refused)}`);
  }

  /** The position of the last event. */
  async head(): Promise<string> {
    return (await this.get<{ head: string }>('/health/ready')).body.head;
  }

  private async endedBy(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  }
}

export function asLines(postings: readonly Posting[]): string {
  return postings.map((posting) => `${JSON.stringify(posting)}\n`).join('');
}

export function outcomesIn(text: string): Outcome[] {
  const lines = text.split('\n').filter((line) => line !== '');
  // Written by the service, one outcome a line.
  return lines.map((line) => JSON.parse(line) as Outcome);
}

/** What a process says on its standard error that it listens on. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('the process was started without a standard error');
  const heard: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    heard.push(line);
    const [, url] = /listens on (\S+);/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the service did not start:\n${heard.join('\n')}`);
}
