import { CommanderError } from 'commander';
import { exitCodes, Failure, messageOf } from './failure.js';
import { program } from './program.js';
import type { Shell } from './shell.js';

/**
 * Runs one command line.
 * @returns the exit code; whatever went wrong has been said in a sentence
 */
export async function run(args: readonly string[], shell: Shell): Promise<number> {
  try {
    await program(shell).parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return shell.signal.aborted ? exitCodes.interrupted : ending(error, shell);
  }
}

function ending(error: unknown, { terminal }: Shell): number {
  // Commander has said what is wrong with the command line already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.refused;
  terminal.say(`summit-ledger: ${messageOf(error)}`);
  return error instanceof Failure ? error.exitCode : exitCodes.failed;
}
