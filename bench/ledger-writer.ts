/** How many events a second the SQLite ledger takes, by how they come. Arguments: events per way (20,000). */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_STREAM, type Ledger, type NewEvent } from '../src/ledger/ledger.js';
import { openSqliteLedger } from '../src/ledger/sqlite/sqlite-ledger.js';

const TOTAL = Number(process.argv[2] ?? 20_000);
const WORDS = 'The two leaders met one on one for about twenty minutes before the expanded session. '.repeat(
  6,
);

function event(): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'MeetingHeld',
    data: { recordId: id, data: { summary: WORDS } },
    metadata: { recordedBy: 'bench' },
  };
}

async function appendToNewStream(ledger: Ledger, events: number): Promise<void> {
  await ledger.append(`bench-${randomUUID()}`, NO_STREAM, Array.from({ length: events }, event));
}

/** So many clients, each of whom appends again as soon as it has been answered. */
async function measure(name: string, clients: number, eventsPerAppend: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-writer-'));
  const ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  let left = Math.ceil(TOTAL / eventsPerAppend);
  const start = performance.now();
  const client = async (): Promise<void> => {
    while (left-- > 0) await appendToNewStream(ledger, eventsPerAppend);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${name.padEnd(20)} ${Math.round(TOTAL / seconds)
      .toLocaleString('en')
      .padStart(8)} events/s`,
  );
  await ledger.close();
  rmSync(folder, { recursive: true });
}

await measure('one at a time', 1, 1);
await measure('50 at once', 50, 1);
await measure('500 at once', 500, 1);
await measure('batches of 100', 1, 100);
