import { UnknownEventType, upcast } from '../../../events/index.js';
import {
  LedgerUnavailable,
  type Ledger,
  type LedgerEvent,
  type LedgerIdentity,
} from '../../ledger/ledger.js';
import { openLedger } from '../../ledger/open-ledger.js';
import { verifyLedger, type Extent } from '../../ledger/verify.js';
import { messageOf } from '../failure.js';
import type { Finding } from './finding.js';

/** What is known of a ledger that was read to its end. */
export interface Examined {
  readonly findings: readonly Finding[];
  readonly identity?: LedgerIdentity;
  readonly extent?: Extent;
  /** RFC 3339, of the last event. */
  readonly latest?: string;
}

/**
 * Reads a ledger from its first event to its last.
 * @param at a position of which to tell the running hash
 */
export async function examineLedger(url: string, at: string): Promise<Examined> {
  let ledger: Ledger | undefined;
  try {
    ledger = await openLedger(url, { readonly: true });
    const { description } = ledger;
    const identity = await ledger.identity();
    const reading = new Reading();
    const extent = await verifyLedger(reading.of(ledger), { at });
    const is = `${description} holds ${extent.events} events up to position ${extent.position}, each as it was recorded`;
    const { latest } = reading;
    const findings = [{ of: 'ledger', is } as const, reading.language];
    return { findings, identity, extent, ...(latest !== undefined && { latest }) };
  } catch (error) {
    return { findings: [{ of: 'ledger', is: messageOf(error), remedy: remedyFor(error) }] };
  } finally {
    await ledger?.close();
  }
}

function remedyFor(error: unknown): string {
  return error instanceof LedgerUnavailable
    ? 'see that LEDGER_URL and DATA_DIR name it and that it can be read; else restore a backup (summit-ledger restore)'
    : 'restore a backup (summit-ledger restore); the damaged ledger is kept beside it';
}

/** What passes by while a ledger is verified. */
class Reading {
  latest: string | undefined;
  language: Finding = {
    of: 'versions',
    is: 'every event in the ledger is of a type and version that this one knows',
  };

  of(ledger: Ledger): Pick<Ledger, 'readAll'> {
    return {
      readAll: async (...asked) => {
        const page = await ledger.readAll(...asked);
        for (const event of page.events) this.note(event);
        return page;
      },
    };
  }

  private note(event: LedgerEvent): void {
    this.latest = event.recordedAt;
    if (this.language.remedy !== undefined) return;
    try {
      upcast(event);
    } catch (error) {
      if (!(error instanceof UnknownEventType)) throw error;
      const remedy =
        'run the newer version that has written it; until then, this one serves what comes before';
      this.language = { of: 'versions', is: error.message, remedy };
    }
  }
}
