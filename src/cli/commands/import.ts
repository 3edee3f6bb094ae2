import { open, type FileHandle } from 'node:fs/promises';
import type { Command } from 'commander';
import { importLines } from '../import-lines.js';
import { exitCodes, Failure, messageOf, systemCodeOf } from '../failure.js';
import { progressOf } from '../progress.js';
import { counted, importSummary } from '../render/import-summary.js';
import { askingCommand, clientFor, type ServiceOption, type Shell } from '../shell.js';
import type { Tally } from '../tally.js';

export function importCommand(shell: Shell): Command {
  return askingCommand('import', 'record the commands of a file, one JSON object a line')
    .argument('<file>', 'a file of commands ({"command", "body", "key"?} a line), or - for standard input')
    .addHelpText('after', '\nA file may be imported again: what is recorded is not recorded twice.')
    .action(async (file: string, options: ServiceOption) => {
      const tally = await importFile(file, options, shell);
      await shell.terminal.print(importSummary(tally, shell.terminal.page));
      if (tally.refusals > 0)
        throw new Failure(`${counted(tally.refusals, 'line')} of ${file} refused`, exitCodes.refused);
    });
}

/** Imports a file, showing progress on a terminal. */
export async function importFile(path: string, options: ServiceOption, shell: Shell): Promise<Tally> {
  const client = clientFor(options, shell);
  if (path === '-') return importLines(client, shell.terminal.input, () => undefined);
  await using file = await opened(path);
  const { size } = await file.stat();
  const progress = progressOf(size, shell.terminal.errors);
  try {
    return await importLines(client, file.createReadStream({ autoClose: false }), progress.step);
  } finally {
    progress.stop();
  }
}

async function opened(path: string): Promise<FileHandle> {
  return open(path).catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') throw new Failure(`There is no file ${path}`);
    throw new Failure(`The file ${path} cannot be read: ${messageOf(error)}`);
  });
}
