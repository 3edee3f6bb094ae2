import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Service } from '../service.js';

export const LEDGERS = 'test/ledgers';
/** What the service calls its ledger within its data folder. */
export const LEDGER = 'ledger.sqlite';

/** The files of what a release has written, and how it answered. */
export const filesOf = (release: string) => {
  const file = (name: string) => join(LEDGERS, release, name);
  return {
    folder: join(LEDGERS, release),
    ledger: file('ledger.sqlite.gz'),
    events: file('events.ndjson'),
    commands: file('commands.ndjson.gz'),
    answers: file('answers.ndjson.gz'),
    differences: file('differences.ts'),
  };
};

/** Starts this edition on a copy of a release's ledger. */
export function serviceOn(release: string): Promise<Service> {
  const { ledger } = filesOf(release);
  return Service.start({}, async (folder) =>
    writeFile(join(folder, LEDGER), gunzipSync(await readFile(ledger))),
  );
}

/** Starts the service again with nothing but the ledger, whatever else it keeps beside it. */
export async function rebuild(service: Service): Promise<void> {
  await service.stop();
  for (const name of await readdir(service.folder))
    if (!name.startsWith(LEDGER)) await rm(join(service.folder, name), { recursive: true });
  await service.restart();
}
