import { Command } from 'commander';
import { VERSION } from '../version.js';
import { backupCommand } from './commands/backup.js';
import { completionCommand } from './commands/completion.js';
import { copyCommand } from './commands/copy.js';
import { demoCommand } from './commands/demo.js';
import { diffCommand } from './commands/diff.js';
import { doctorCommand } from './commands/doctor.js';
import { importCommand } from './commands/import.js';
import { recordCommand } from './commands/record.js';
import { replayCommand } from './commands/replay.js';
import { restoreCommand } from './commands/restore.js';
import { searchCommand } from './commands/search.js';
import { serveCommand } from './commands/serve.js';
import type { Shell } from './shell.js';
import { showCommand } from './commands/show.js';
import { tailCommand } from './commands/tail.js';

const EXIT_CODES = `
Exit codes:
  0    done, and all was recorded
  1    it could not be done: no service answers, a file cannot be read
  2    refused: a line of an import, a command, a question, or this command line
  130  interrupted before it was done`;

const commands: readonly ((shell: Shell, all: Command) => Command)[] = [
  serveCommand,
  importCommand,
  recordCommand,
  showCommand,
  diffCommand,
  replayCommand,
  searchCommand,
  tailCommand,
  copyCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  demoCommand,
  completionCommand,
];

/** The command line with all its commands. */
export function program(shell: Shell): Command {
  const { terminal } = shell;
  const all = new Command('summit-ledger')
    .description(
      'An event-sourced record of diplomatic summits: what was planned, what took place, who said so.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .addHelpText('after', EXIT_CODES);
  for (const command of commands) all.addCommand(command(shell, all));
  for (const command of [all, ...all.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => void terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.say(text.trimEnd()),
    });
  return all;
}
