import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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

  constructor(args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}) {
    const terminal = new Terminal(Readable.from([Buffer.from(input)]), this.out, this.err);
    this.ended = run(args, { terminal, signal: this.ending.signal, environment }).then((code) => ({
      code,
      out: this.out.text,
      err: this.err.text,
    }));
  }

  /** Resolves when it has written so; rejects when it ended without. */
  async hasWritten(words: string): Promise<void> {
    await this.has(this.out, words);
  }

  async hasSaid(words: string): Promise<void> {
    await this.has(this.err, words);
  }

  private async has(collected: Collected, words: string): Promise<void> {
    let ended: Ended | undefined;
    while (!collected.text.includes(words)) {
      if (ended) throw new Error(`it ended with ${ended.code}: ${ended.out}${ended.err}`);
      await Promise.race([once(collected, 'text'), this.ended.then((end) => (ended = end))]);
    }
  }

  /** As Ctrl-C does. */
  interrupt(): void {
    this.ending.abort();
  }
}

export async function summitLedger(args: readonly string[], input?: string): Promise<Ended> {
  return new CommandLine(args, input).ended;
}

export function started(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const env = { ...process.env, ...environment };
  return spawn(process.execPath, [BIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function exitCodeOf(child: ChildProcess): Promise<number> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode ?? -1;
}
