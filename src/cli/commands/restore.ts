import { rmSync } from 'node:fs';
import { Command } from 'commander';
import { loadConfig } from '../../config.js';
import { restore } from '../../ledger/sqlite/backup.js';
import { factsFile } from '../../projection/facts-schema.js';
import { fileOfLedger, inOneSentence, ledgerOption } from '../ledger-file.js';
import type { Shell } from '../shell.js';

export function restoreCommand(shell: Shell): Command {
  return new Command('restore')
    .description('check a backup and put it in the place of the ledger, while no service runs')
    .argument('<file>', 'what summit-ledger backup has written')
    .addOption(ledgerOption())
    .addHelpText(
      'after',
      '\nThe ledger that was there is kept beside it. Readers who have seen more than the backup holds are told so.',
    )
    .action((file: string, options: { readonly ledger?: string }) =>
      restored(file, options.ledger, shell).catch(inOneSentence),
    );
}

async function restored(
  file: string,
  ledger: string | undefined,
  { terminal, environment }: Shell,
): Promise<void> {
  const to = fileOfLedger(ledger, environment);
  const { events, position, kept } = await restore(file, to, Date.now());
  // They were made from what is no more; the next start builds them anew.
  const facts = factsFile(loadConfig(environment).dataDir);
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${facts}${suffix}`, { force: true });
  await terminal.print(`${events} events, up to position ${position}, are in ${to}`);
  if (kept !== undefined) await terminal.print(`what was there before is in ${kept}`);
}
