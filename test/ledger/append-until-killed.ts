/** Appends to the file that is named, 50 at once, and prints each event's id once it is acknowledged. */
import { writeSync } from 'node:fs';
import { NO_STREAM } from '../../src/ledger/ledger.js';
import { openSqliteLedger } from '../../src/ledger/sqlite/sqlite-ledger.js';
import { newStream, noted } from './writing.js';

const ledger = openSqliteLedger({ file: process.argv[2] ?? '' });

async function appendForEver(): Promise<never> {
  const stream = newStream();
  for (let revision = NO_STREAM; ; revision += 1) {
    const [event] = await ledger.append(stream, revision, [noted({ words: 'x'.repeat(400) })]);
    writeSync(1, `${event?.id ?? ''}\n`);
  }
}

await Promise.all(Array.from({ length: 50 }, appendForEver));
