import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Step } from './page.js';
import { differences } from './shown.js';

/** Where a page says that the service listens, and where the demo that it starts keeps its data. */
const WRITTEN = { url: 'http://127.0.0.1:8080', folder: 'data/demo/8080' };

const SERVING = 'npm run demo';
/** What goes on until its reader ends it. */
const GOES_ON = /^(npm run demo|curl -N )/;

/** How long a command may take to say what is shown, in milliseconds. */
const PATIENCE = 25_000;

/** Runs the commands of a page in a shell, one after another, as whoever reads it would. */
export class Reader {
  /** Of the service that the page started. */
  private url = WRITTEN.url;
  private readonly goingOn = new Set<ChildProcess>();

  private constructor(private readonly folder: string) {}

  static async open(): Promise<Reader> {
    return new Reader(await mkdtemp(join(tmpdir(), 'summit-ledger-page-')));
  }

  /** Where the answer is not what the page shows; a command that fails is a difference, too. */
  async run({ command, shown }: Step): Promise<readonly string[]> {
    const child = this.start(command);
    const heard = { out: '', errors: '' };
    const found = () => (shown ? differences(shown, this.asWritten(heard.out)) : []);
    const ended = once(child, 'close').then(([status]) => status !== 0);
    const seen = new Promise<boolean>((resolve) => {
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        heard.out += text;
        if (command === SERVING) this.url = /http:\/\/127\.0\.0\.1:\d+/.exec(heard.out)?.[0] ?? this.url;
        if (GOES_ON.test(command) && found().length === 0) resolve(false);
      });
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (heard.errors += text));

    const late = once(AbortSignal.timeout(PATIENCE), 'abort').then(() => false);
    const hasFailed = await Promise.race([ended, seen, late]);
    if (command !== SERVING) await this.end(child);
    return hasFailed ? [`it failed: ${heard.errors}`, ...found()] : found();
  }

  /** Ends what the page started and what goes on. */
  async close(): Promise<void> {
    for (const child of this.goingOn) await this.end(child);
    await rm(this.folder, { recursive: true, force: true });
  }

  private start(command: string): ChildProcess {
    const bin = [resolve('node_modules/.bin'), process.env['PATH'], resolve('test/pages/bin')];
    const child = spawn('sh', ['-c', this.asHere(command)], {
      // A group of its own, so that Ctrl-C reaches all of it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: bin.join(delimiter),
        PORT: '0',
        DATA_DIR: this.folder,
        SUMMIT_LEDGER_URL: this.url,
      },
    });
    this.goingOn.add(child);
    child.once('close', () => this.goingOn.delete(child));
    return child;
  }

  /** As Ctrl-C does. */
  private async end(child: ChildProcess): Promise<void> {
    if (!this.goingOn.has(child) || child.pid === undefined) return;
    const closed = once(child, 'close');
    process.kill(-child.pid, 'SIGINT');
    await closed;
  }

  private asHere(command: string): string {
    return command
      .replaceAll(WRITTEN.url, this.url)
      .replaceAll(WRITTEN.folder, join(this.folder, 'demo', '0'));
  }

  private asWritten(output: string): string {
    return output.replaceAll(this.url, WRITTEN.url);
  }
}
