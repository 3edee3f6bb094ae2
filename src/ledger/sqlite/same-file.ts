import { statSync } from 'node:fs';
import { LedgerUnavailable } from '../ledger.js';

/**
 * Whether an open database still is the file of its name. One that was deleted or replaced can be read and written for
 * as long as it is open, and all that is written is gone afterwards.
 */
export class SameFile {
  private readonly opened: number | undefined;
  private log: number | undefined;

  constructor(private readonly file: string) {
    this.opened = inodeOf(file);
    this.log = inodeOf(`${file}-wal`);
  }

  get isThere(): boolean {
    if (inodeOf(this.file) !== this.opened) return false;
    const log = inodeOf(`${this.file}-wal`);
    // The log comes with the first write.
    this.log ??= log;
    return log === this.log;
  }

  /** @throws LedgerUnavailable */
  require(): void {
    if (this.isThere) return;
    throw new LedgerUnavailable(
      `The ledger ${this.file} was deleted or replaced while it was open; nothing is written to what is left of it. ` +
        'Stop the service, then put the file back or restore a backup (summit-ledger restore)',
    );
  }
}

function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}
