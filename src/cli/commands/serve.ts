import { Command } from 'commander';
import { loadConfig } from '../../config.js';
import { requireFreePort } from '../free-port.js';
import { untilAborted, type Shell } from '../shell.js';

export function serveCommand(shell: Shell): Command {
  return new Command('serve')
    .description('run the service; the environment configures it (see the README)')
    .action(() => serveUntilAborted(shell));
}

async function serveUntilAborted({ terminal, signal, environment }: Shell): Promise<void> {
  const config = loadConfig(environment);
  await requireFreePort(config, 'summit-ledger serve');
  // The service is loaded only by who runs it: it takes longer than all the rest of the command line.
  const { serve } = await import('../../main.js');
  const service = await serve(config);
  terminal.say(`summit-ledger listens on ${service.url}; the ledger is ${service.ledger}`);
  await untilAborted(signal);
  await service.close();
}
