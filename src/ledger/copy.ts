import { NO_STREAM, START, type Ledger, type LedgerEvent } from './ledger.js';

/** The target holds something that the source does not: nothing was written. */
export class NotACopy extends Error {
  constructor(position: string, stream: string) {
    super(`the target holds other events than the source, from position ${position} on (${stream})`);
    this.name = 'NotACopy';
  }
}

/** The longest page that is compared or copied at once. */
const PAGE = 500;

/**
 * Copies a ledger into another, which is empty or holds the beginning of it, left by a copy that was
 * interrupted. Ids, order, revisions, metadata and times are kept; positions are the target's own.
 * @param told after every page: how many of the source's events the target holds
 * @returns how many events the target holds in the end
 * @throws NotACopy when the target holds anything else
 */
export async function copyLedger(
  source: Ledger,
  target: Ledger,
  onProgress: (copied: number) => void = () => undefined,
): Promise<number> {
  const there = eventsOf(target);
  let [copied, ahead] = [0, await there.next()];
  for (let position = START, isOver = false; !isOver;) {
    const page = await source.readAll(position, PAGE);
    const missing: LedgerEvent[] = [];
    for (const event of page.events) {
      if (ahead.done === true) missing.push(event);
      else {
        requireSame(event, ahead.value);
        ahead = await there.next();
      }
    }
    await appendAll(target, missing);
    copied += page.events.length;
    onProgress(copied);
    [position, isOver] = [page.position, page.caughtUp];
  }
  if (ahead.done !== true) throw new NotACopy(ahead.value.position, ahead.value.stream);
  return copied;
}

async function* eventsOf(ledger: Ledger): AsyncGenerator<LedgerEvent, undefined> {
  for (let position = START, isOver = false; !isOver;) {
    const page = await ledger.readAll(position, PAGE);
    yield* page.events;
    [position, isOver] = [page.position, page.caughtUp];
  }
}

function requireSame(event: LedgerEvent, held: LedgerEvent): void {
  const isSame = event.id === held.id && event.stream === held.stream && event.revision === held.revision;
  if (!isSame) throw new NotACopy(held.position, held.stream);
}

/** One append for each run of events of one stream, one after another: the order of the source is kept. */
async function appendAll(target: Ledger, events: readonly LedgerEvent[]): Promise<void> {
  for (const run of runsOf(events)) {
    const [first] = run;
    if (!first) continue;
    const expected = first.revision === 0 ? NO_STREAM : first.revision - 1;
    await target.append(first.stream, expected, run);
  }
}

/** An engine may take no more than 1 MiB at once. */
const LONGEST_RUN = 400_000;

function runsOf(events: readonly LedgerEvent[]): LedgerEvent[][] {
  const runs: LedgerEvent[][] = [];
  let length = 0;
  for (const event of events) {
    const last = runs.at(-1);
    const own = JSON.stringify(event.data).length;
    const fits = last?.[0]?.stream === event.stream && length + own <= LONGEST_RUN;
    if (fits) last.push(event);
    else runs.push([event]);
    length = fits ? length + own : own;
  }
  return runs;
}
