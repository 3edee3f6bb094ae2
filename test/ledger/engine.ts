import type { Ledger } from '../../src/ledger/ledger.js';

/** An engine under test. It may hold other data, and others may write to it meanwhile. */
export interface Engine {
  /** The ledger as last opened. */
  readonly ledger: Ledger;
  /** Closes the ledger and opens one on the same data. */
  reopen(): Promise<Ledger>;
  /** Closes the ledger and lets go of what the engine needed. */
  stop(): Promise<void>;
}

export type StartEngine = () => Promise<Engine>;
