import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.js';
import { Terminal } from '../../src/cli/terminal.js';

export const BIN = 'bin/summit-ledger.js';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.emit('text');
    done();
  }
}

/** A command line that runs in this process, as in a pipe. */
export class CommandLine {
  private readonly out = new Collected();
  private readonly err = new Collected();
  private readonly ending = new AbortController();
  readonly ended: Promise<Ended>;

  constructor(args: readonly string[], input = '') {
    const terminal = new Terminal(Readable.from([Buffer.from(input)]), this.out, this.err);
    this.ended = run(args, { terminal, signal: this.ending.signal, environment: {} }).then((code) => ({
      code,
      out: this.out.text,
      err: this.err.text,
    }));
  }

  /** Resolves when it has written so. */
  async hasWritten(words: string): Promise<void> {
    while (!this.out.text.includes(words)) await once(this.out, 'text');
  }

  async hasSaid(words: string): Promise<void> {
    while (!this.err.text.includes(words)) await once(this.err, 'text');
  }

  /** As Ctrl-C does. */
  interrupt(): void {
    this.ending.abort();
  }
}

export async function summitLedger(args: readonly string[], input?: string): Promise<Ended> {
  return new CommandLine(args, input).ended;
}

export interface ServiceProcess {
  readonly url: string;
  stop(): Promise<number>;
}

/** The service as it is built, in a process and a folder of its own. */
export async function startService(): Promise<ServiceProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'summit-ledger-'));
  const child = started(['serve'], { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' });
  const url = await said(child, /listens on (\S+);/);
  return {
    url,
    stop: async () => {
      const code = await stopped(child);
      await rm(folder, { recursive: true });
      return code;
    },
  };
}

export function started(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const env = { ...process.env, ...environment };
  return spawn(process.execPath, [BIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a process says on its standard error, once it says so. */
export async function said(child: ChildProcess, words: RegExp): Promise<string> {
  if (!child.stderr) throw new Error('the process was started without a standard error');
  const heard: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    heard.push(line);
    const found = words.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`the process ended with: ${heard.join('\n')}`);
}

/** Interrupts a process, as Ctrl-C does, and waits for its exit code. */
export async function stopped(child: ChildProcess): Promise<number> {
  child.kill('SIGINT');
  return exitCodeOf(child);
}

export async function exitCodeOf(child: ChildProcess): Promise<number> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode ?? -1;
}
