/**
 * Prints what is recorded, and goes on where it left off: after a lost connection, and after a restart.
 *
 *     node examples/client/follow.ts http://127.0.0.1:8080 position.txt hanoi-2019
 */
import { readFile, writeFile } from 'node:fs/promises';
import { SummitLedger } from './summit-ledger.ts';

const [url = 'http://127.0.0.1:8080', file = 'position.txt', summit] = process.argv.slice(2);
const stored = await readFile(file, 'utf8').catch(() => '0');
const ledger = new SummitLedger(url);

for await (const message of ledger.follow({ after: stored.trim(), ...(summit && { summit }) })) {
  if (message.kind === 'event') console.log(`${message.event.type} ${message.event.record}`);
  else console.log(`${message.kind} at ${message.position}`);
  // Stored once it was dealt with: what is in between when this program dies comes again.
  await writeFile(file, message.position);
}
