import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { copyLedger, NotACopy } from '../../ledger/copy.js';
import type { Ledger } from '../../ledger/ledger.js';
import { openLedger } from '../../ledger/open-ledger.js';
import { exitCodes, Failure } from '../failure.js';
import { inOneSentence } from '../ledger-file.js';
import type { Shell } from '../shell.js';

interface Options {
  readonly from: string;
  readonly to: string;
}

export function copyCommand(shell: Shell): Command {
  return new Command('copy')
    .description('copy a ledger into another, or go on with a copy that was interrupted')
    .requiredOption(
      '--from <url>',
      'the ledger to copy, sqlite:… or esdb://…; let nobody write to it meanwhile',
    )
    .requiredOption('--to <url>', 'an empty ledger, or the beginning of a copy')
    .addHelpText(
      'after',
      '\nIds, order, revisions and times are kept. What is there already is not written twice.',
    )
    .action((options: Options) => copy(options, shell).catch(refused));
}

async function copy({ from, to }: Options, shell: Shell): Promise<void> {
  const source = await openLedger(from, { readonly: true });
  try {
    const target = await openLedger(to);
    await copied(source, target, shell).finally(() => target.close());
  } finally {
    await source.close();
  }
}

async function copied(source: Ledger, target: Ledger, { terminal, signal }: Shell): Promise<void> {
  const bar = new SingleBar({ stream: terminal.errors, format: '{value} events', hideCursor: true });
  bar.start(0, 0);
  try {
    const count = await copyLedger(source, target, (held) => {
      bar.update(held);
      if (signal.aborted) throw new Failure('interrupted; the same command goes on', exitCodes.interrupted);
    });
    await terminal.print(`${count} events of ${source.description} are in ${target.description}`);
  } finally {
    bar.stop();
  }
}

function refused(error: unknown): never {
  if (error instanceof NotACopy) throw new Failure(error.message, exitCodes.refused);
  return inOneSentence(error);
}
