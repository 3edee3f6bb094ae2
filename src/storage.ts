import type { OnApplicationShutdown } from '@nestjs/common';
import { InvalidConfig, type Config } from './config.js';
import { Ledger } from './ledger/ledger.js';
import { makeFolder } from './ledger/make-folder.js';
import { openLedger } from './ledger/open-ledger.js';
import { factsFile } from './projection/facts-schema.js';
import { Facts } from './projection/facts.js';
import { Projection } from './projection/projection.js';
import { requireLedgerOf } from './projection/missing-ledger.js';

export type Log = (message: string) => void;

/**
 * The ledger and what is projected from it: opened before anything can be recorded or asked, closed when nothing
 * is any more. What was opened is closed again where the rest cannot be.
 */
export class Storage implements OnApplicationShutdown {
  private constructor(
    readonly ledger: Ledger,
    readonly projection: Projection,
    readonly facts: Facts,
    private readonly opened: AsyncDisposableStack,
  ) {}

  /**
   * @param log is told when the ledger is away, and when the projection failed and is started again
   * @param inProcess projects in this thread: for tests, whose sources no worker can load
   * @throws LedgerUnavailable, LedgerChanged, InvalidConfig, or whatever keeps the facts from being opened
   */
  static async open(config: Config, log: Log, inProcess = false): Promise<Storage> {
    const { dataDir, ledgerUrl, acceptsLedgerChange } = config;
    await using opened = new AsyncDisposableStack();
    makeDataFolder(dataDir);
    const file = factsFile(dataDir);
    if (!acceptsLedgerChange) requireLedgerOf(file, ledgerUrl);
    const ledger = opened.adopt(await openLedger(ledgerUrl), (one) => one.close());
    const reading: { facts?: Facts } = {};
    const projection = opened.adopt(
      new Projection({
        file,
        ledgerUrl,
        acceptsLedgerChange,
        inProcess,
        log,
        replaced: () => reading.facts?.reopen(),
      }),
      (one) => one.close(),
    );
    await projection.start();
    const facts = opened.adopt(new Facts(file, () => projection.rebuild()), (one) => one.close());
    reading.facts = facts;
    return new Storage(ledger, projection, facts, opened.move());
  }

  /** The server has answered all that came in by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.opened.disposeAsync();
  }
}

function makeDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidConfig([`DATA_DIR is ${dataDir}, where no folder can be made: ${reason}`]);
  }
}
