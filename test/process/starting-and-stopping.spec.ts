import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const SERVE = ['bin/summit-ledger.js', 'serve'];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-ledger-process-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function started(program: string, args: readonly string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), ...environment };
  return spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function compiled(file: string): string {
  return pathToFileURL(resolve('dist/src', file)).href;
}

async function ended(child: ChildProcess): Promise<{ code: number | null; err: string; out: string }> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('it was started with pipes');
  const [[code], out, err] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>, // as its documentation says
    text(stdout),
    text(stderr),
  ]);
  return { code, out, err };
}

async function listening(child: ChildProcess): Promise<string> {
  for await (const chunk of child.stderr ?? []) {
    const [, url] = /listens on (\S+);/.exec(String(chunk)) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('it did not start');
}

describe('a service that cannot start', () => {
  it.each([
    ['a file', async (path: string) => writeFile(path, '')],
    ['something below a file', async (path: string) => writeFile(join(path, '..', 'plain'), '')],
  ])('says so where %s stands in the place of its data folder', async (what, prepare) => {
    const place = join(folder, what === 'a file' ? 'plain' : 'plain/data');
    await prepare(what === 'a file' ? place : join(folder, 'x'));
    const { code, err } = await ended(started(process.execPath, SERVE, { DATA_DIR: place }));
    expect(code).toBe(1);
    expect(err).toContain(`DATA_DIR is ${place}, where no folder can be made`);
    expect(err).not.toContain('    at ');
  });

  it('says so where the system has no place for a folder', async () => {
    const { code, err } = await ended(started(process.execPath, SERVE, { DATA_DIR: '/proc/no/place' }));
    expect([code, err]).toEqual([1, expect.stringContaining('DATA_DIR is /proc/no/place')]);
  });

  it('leaves nothing open behind it when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const script = join(folder, 'serve.mjs');
    await writeFile(
      script,
      `const { loadConfig } = await import(${JSON.stringify(compiled('config.js'))});
       const { serve } = await import(${JSON.stringify(compiled('main.js'))});
       await serve(loadConfig(process.env)).catch((error) => console.log('refused:', error.code));`,
    );
    // A ledger or a thread that stayed open would keep the process from ending by itself.
    const child = started(process.execPath, [script], { PORT: String(port) });
    const { code, out } = await ended(child);
    other.close();
    expect(code).toBe(0);
    expect(out).toContain('refused: EADDRINUSE');
  });

  it('tells what it warned of before it could answer', async () => {
    const data = join(folder, 'damaged');
    await mkdir(data);
    await writeFile(join(data, 'facts.sqlite'), 'no database');
    const child = started(process.execPath, SERVE, { DATA_DIR: data });
    await listening(child);
    child.kill('SIGTERM');
    expect(await text(child.stdout)).toContain('facts.sqlite is damaged and is built anew from the ledger');
  });
});

describe('npm start', () => {
  it.each(['npm', 'the shell', 'the service'])('ends the service when %s is told to end', async (which) => {
    const npm = started('npm', ['start', '--silent']);
    const url = await listening(npm);
    const processes = [npm.pid ?? 0, ...descendantsOf(npm.pid ?? 0)];
    const told = { npm: processes[0], 'the shell': processes[1], 'the service': processes.at(-1) }[which];
    const over = once(npm, 'exit');
    process.kill(told ?? 0, 'SIGTERM');
    await over;
    await expect(fetch(new URL('/health/live', url))).rejects.toThrow();
    expect(processes.filter(isRunning)).toEqual([]);
  });
});

/** The processes that one has started, each before its own. */
function descendantsOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number);
  return children.filter((child) => child > 0).flatMap((child) => [child, ...descendantsOf(child)]);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the access log', () => {
  it('has a line for each request, and none for health checks and metrics', async () => {
    const child = started(process.execPath, SERVE);
    const written = text(child.stdout);
    const url = await listening(child);
    for (const path of ['/v1/summits', '/nowhere?secret=no', '/health/ready', '/metrics'])
      await (await fetch(new URL(path, url), { headers: { 'x-request-id': 'r1' } })).text();
    const left = new AbortController();
    const stream = await fetch(new URL('/v1/events', url), {
      headers: { accept: 'text/event-stream', 'x-request-id': 'r2' },
      signal: left.signal,
    });
    await stream.body?.getReader().read();
    left.abort();
    child.kill('SIGTERM');
    const lines = (await written).split('\n').filter((line) => line !== '');
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>); // a line of its own log
    expect(told).toMatchObject([
      { level: 30, id: 'r1', caller: '127.0.0.1', method: 'GET', path: '/v1/summits', status: 200 },
      { id: 'r1', path: '/nowhere', status: 404 },
      { id: 'r2', path: '/v1/events', status: 200 },
    ]);
    expect(told.every(({ duration }) => typeof duration === 'number')).toBe(true);
  });
});

describe('a service that is told to end', () => {
  const line = (n: number) =>
    `${JSON.stringify({ command: 'RegisterActor', body: { data: { actorId: `a${n}`, kind: 'state', names: [`A${n}`] } } })}\n`;

  it('answers what is in flight first, and takes nothing new meanwhile', async () => {
    const child = started(process.execPath, SERVE);
    const url = new URL('/v1/commands', await listening(child));
    const over = once(child, 'exit');
    const importing = request(url, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } });
    importing.write(line(1));
    const [answer] = (await once(importing, 'response')) as [IncomingMessage]; // as its documentation says
    const lines = createInterface({ input: answer })[Symbol.asyncIterator]();
    await lines.next();
    child.kill('SIGTERM');
    while (
      await fetch(new URL('/health/live', url)).then(
        ({ ok }) => ok,
        () => false,
      )
    );
    importing.end(line(2));
    // A line of its own answer.
    expect(JSON.parse(String((await lines.next()).value))).toMatchObject({ line: 2, status: 201 });
    expect(await over).toEqual([0, null]);
  });

  it('waits no longer than some seconds for who does not send the rest of a request', async () => {
    const child = started(process.execPath, SERVE);
    const url = new URL('/v1/commands/RegisterActor', await listening(child));
    const over = once(child, 'exit');
    const half = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    half.write('{"data":');
    const cut = once(half, 'error');
    await once(half, 'socket');
    await (await fetch(new URL('/health/live', url))).text();
    child.kill('SIGTERM');
    await expect(cut).resolves.toMatchObject([{ code: 'ECONNRESET' }]);
    expect(await over).toEqual([0, null]);
  }, 15_000);
});
