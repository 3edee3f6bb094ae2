// Records a ledger as this edition writes it, and what it answers about it, for later editions to read:
// `npm run build && node --import ./test/run-typescript.js test/ledgers/record.ts <release>`
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Service } from '../service.js';
import { ask } from '../witness/answer.js';
import { contentsOf } from '../witness/contents.js';
import { writeLines } from '../witness/lines.js';
import { Filling, type Recorded } from './postings.js';
import { questionsAbout } from './questions.js';
import { filesOf, LEDGER } from './release.js';
import { storedIn } from './stored.js';

const SEED = 19;
const RANDOM_COMMANDS = 150;

const NOTHING_DIFFERS = `import type { Difference } from '../difference.js';

/** What later editions answer otherwise, and why. */
export const differences: readonly Difference[] = [];
`;

const [release] = process.argv.slice(2);
if (release === undefined) throw new Error('which release is this?');
const files = filesOf(release);
if (existsSync(files.folder))
  throw new Error(`${files.folder} is there; what a release wrote does not change`);

const service = await Service.start();
try {
  const recorded = await filled(service);
  const answers = await ask(service, await questionsAbout(service, await contentsOf(service)));
  await service.stop();
  if (existsSync(join(service.folder, `${LEDGER}-wal`)))
    throw new Error('not all of the ledger is in its file');

  mkdirSync(files.folder);
  const ledger = join(service.folder, LEDGER);
  const events = storedIn(ledger);
  writeFileSync(files.ledger, gzipSync(readFileSync(ledger), { level: 9 }));
  writeLines(files.events, events);
  writeLines(files.commands, recorded);
  writeLines(files.answers, answers);
  writeFileSync(files.differences, NOTHING_DIFFERS);
  console.log(`${recorded.length} commands, ${events.length} events, ${answers.length} answers`);
  for (const [type, of] of Map.groupBy(events, (event) => event.type)) console.log(`${of.length} ${type}`);
} finally {
  await service.remove();
}

async function filled(fresh: Service): Promise<readonly Recorded[]> {
  const filling = new Filling(fresh);
  await filling.examples();
  await filling.random(SEED, RANDOM_COMMANDS);
  return filling.recorded;
}
