import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BIN, exitCodeOf, started, summitLedger } from './command-line.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-ledger-demo-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('summit-ledger on a Node.js that is too old', () => {
  it('says what it needs in one sentence', async () => {
    const old = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";
    const child = spawn(process.execPath, ['--import', old, BIN, 'show', 'hanoi-2019']);
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCodeOf(child)]);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toMatch(/^summit-ledger needs Node\.js 24 or newer, and this is 20\.20\.2;[^\n]*\n$/);
  });
});

describe('summit-ledger demo', () => {
  const demo = (...args: string[]) => started(['demo', ...args], { DATA_DIR: folder, PORT: '0' });

  it('records the example, shows it and ends, every time from the beginning', async () => {
    for (const _ of ['first', 'again']) {
      const child = demo('--once');
      const [out, code] = await Promise.all([child.stdout ? text(child.stdout) : '', exitCodeOf(child)]);
      expect(code).toBe(0);
      expect(out).toMatch(/^108 lines recorded\.\n/);
      expect(out).toContain('Joint Agreement Signing Ceremony');
    }
  }, 30_000);

  it('serves until Ctrl-C and ends in order', async () => {
    const child = demo();
    let out = '';
    for await (const chunk of child.stdout ?? []) {
      out += String(chunk);
      if (out.includes('Ctrl-C stops it.')) child.kill('SIGINT');
    }
    expect(await exitCodeOf(child)).toBe(0);
    expect(out).toMatch(/\n {2}curl 'http:\/\/127\.0\.0\.1:[1-9]\d*\/v1\/summits\/hanoi-2019/);
  }, 30_000);

  it('says so when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const child = started(['demo'], { DATA_DIR: folder, PORT: String(port) });
    const [err, code] = await Promise.all([child.stderr ? text(child.stderr) : '', exitCodeOf(child)]);
    server.close();
    expect(code).toBe(1);
    expect(err).toBe(
      `summit-ledger: Port ${port} of 127.0.0.1 is taken; choose another: PORT=${port + 1} npm run demo\n`,
    );
  });
});

describe('summit-ledger with a wrong command line', () => {
  it('ends with 2 and says what is wrong', async () => {
    const { code, err } = await summitLedger(['shw']);
    expect(code).toBe(2);
    expect(err).toBe("error: unknown command 'shw'\n(Did you mean show?)\n");
  });

  it('documents its exit codes', async () => {
    const { code, out } = await summitLedger(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Exit codes:\n  0    done');
  });
});
