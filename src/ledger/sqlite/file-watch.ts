import type { Database } from 'better-sqlite3';
import type { SameFile } from './same-file.js';

const LOOK_EVERY_MS = 200;
const GONE = Symbol('gone');

/** Notices that another connection has written to the file, as long as somebody wants to know. */
export class FileWatch {
  private watchers = 0;
  private timer: NodeJS.Timeout | undefined;
  private version: unknown;

  constructor(
    private readonly db: Database,
    private readonly changed: () => void,
    private readonly sameFile: Pick<SameFile, 'isThere'>,
  ) {}

  /** The file of that name was found to be another one, or none. */
  get isGone(): boolean {
    return this.version === GONE;
  }

  join(): void {
    this.watchers += 1;
    // What was written while nobody watched.
    this.look();
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  leave(): void {
    this.watchers -= 1;
    if (this.watchers === 0) this.stop();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const version = this.dataVersion();
    if (version === this.version) return;
    this.version = version;
    this.changed();
  }

  /** A file that cannot be asked has changed: whoever reads it next meets the error where it can be answered. */
  private dataVersion(): unknown {
    if (!this.sameFile.isThere) return GONE;
    try {
      return this.db.pragma('data_version', { simple: true });
    } catch {
      return undefined;
    }
  }
}
