import type { LedgerEvent } from '../ledger/ledger.js';
import { comparePositions } from '../time/ledger-position.js';

/** The last position that this process has told anybody of: what its reads have to reflect. */
export class Acknowledged {
  /** @param position where the ledger ended when the process began */
  constructor(private last: string) {}

  get position(): string {
    return this.last;
  }

  note(appended: readonly LedgerEvent[]): void {
    const position = appended.at(-1)?.position ?? this.last;
    if (comparePositions(position, this.last) > 0) this.last = position;
  }
}
