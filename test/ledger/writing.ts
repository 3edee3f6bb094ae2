import { randomBytes, randomUUID } from 'node:crypto';
import {
  NO_STREAM,
  RevisionConflict,
  type Filter,
  type Ledger,
  type LedgerEvent,
  type NewEvent,
  type Page,
} from '../../src/ledger/ledger.js';

/** A category that no other test and no earlier run has used. */
export function newCategory(): string {
  return `t${randomBytes(8).toString('hex')}`;
}

export function newStream(category = newCategory()): string {
  return `${category}-${randomUUID()}`;
}

export function noted(data: Readonly<Record<string, unknown>> = {}, type = 'Noted'): NewEvent {
  return { id: randomUUID(), type, data, metadata: { recordedBy: 'contract' } };
}

export function several(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => noted({ index }));
}

/** Tries again at the newest revision until it has won. */
export async function appendAtEnd(
  ledger: Ledger,
  stream: string,
  events: readonly NewEvent[],
): Promise<readonly LedgerEvent[]> {
  for (let revision = NO_STREAM; ;) {
    try {
      return await ledger.append(stream, revision, events);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      revision = error.actualRevision;
    }
  }
}

/** Each writer appends one event after the other to a stream of its own. */
export async function writeAtOnce(
  ledger: Ledger,
  category: string,
  { writers, events }: { writers: number; events: number },
): Promise<readonly LedgerEvent[]> {
  const write = async (): Promise<LedgerEvent[]> => {
    const stream = newStream(category);
    const written: LedgerEvent[] = [];
    for (let revision = NO_STREAM; revision < events - 1; revision += 1) {
      written.push(...(await ledger.append(stream, revision, [noted()])));
    }
    return written;
  };
  return (await Promise.all(Array.from({ length: writers }, write))).flat();
}

/** Everything from a position to the end, page by page. */
export async function readToEnd(
  ledger: Ledger,
  after: string,
  filter: Filter,
  limit = 100,
): Promise<{ events: LedgerEvent[]; pages: Page[] }> {
  const pages: Page[] = [];
  for (let page; !page?.caughtUp; pages.push(page)) {
    page = await ledger.readAll(page?.position ?? after, limit, filter);
  }
  return { events: pages.flatMap(({ events }) => events), pages };
}

/** Follows a subscription until it has handed over so many events. */
export async function take(pages: AsyncIterable<Page>, count: number): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for await (const page of pages) {
    events.push(...page.events);
    if (events.length >= count) break;
  }
  return events;
}

export function idsOf(events: readonly { readonly id: string }[]): string[] {
  return events.map(({ id }) => id);
}
