import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { backUp } from '../../ledger/sqlite/backup.js';
import { fileOfLedger, inOneSentence, ledgerOption } from '../ledger-file.js';
import type { Shell } from '../shell.js';

export function backupCommand(shell: Shell): Command {
  return new Command('backup')
    .description('copy the ledger into one file, also while the service writes to it, and check every event')
    .argument('<file>', 'where to; a backup that is there is replaced once the new one is whole')
    .addOption(ledgerOption())
    .action((file: string, options: { readonly ledger?: string }) =>
      backedUp(file, options.ledger, shell).catch(inOneSentence),
    );
}

async function backedUp(
  file: string,
  ledger: string | undefined,
  { terminal, environment }: Shell,
): Promise<void> {
  const from = fileOfLedger(ledger, environment);
  const bar = new SingleBar({
    stream: terminal.errors,
    format: '{value} of {total} pages',
    hideCursor: true,
  });
  bar.start(0, 0);
  try {
    const { events, position, hash } = await backUp(from, file, (copied, all) => {
      bar.setTotal(all);
      bar.update(copied);
    });
    await terminal.print(
      `${events} events, up to position ${position}, are in ${file}\nrunning hash ${hash}`,
    );
  } finally {
    bar.stop();
  }
}
