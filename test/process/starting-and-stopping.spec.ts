import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
  it('ends the service when it is told to end', async () => {
    const npm = started('npm', ['start', '--silent']);
    const url = await listening(npm);
    npm.kill('SIGTERM');
    await once(npm, 'exit');
    await expect(fetch(new URL('/health/live', url))).rejects.toThrow();
  });
});

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
      { level: 30, request: 'r1', caller: '127.0.0.1', method: 'GET', url: '/v1/summits', status: 200 },
      { request: 'r1', url: '/nowhere?secret=no', status: 404 },
      { request: 'r2', url: '/v1/events', status: 200 },
    ]);
    expect(told.every(({ duration }) => typeof duration === 'number')).toBe(true);
  });
});
