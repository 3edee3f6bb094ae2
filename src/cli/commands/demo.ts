import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadConfig, type Config } from '../../config.js';
import { Client } from '../client.js';
import { requireFreePort } from '../free-port.js';
import { importFile } from './import.js';
import { importSummary } from '../render/import-summary.js';
import { tryNext } from '../render/try-next.js';
import { endedByInterrupt, untilAborted, type Shell } from '../shell.js';
import { shown } from './show.js';

const EXAMPLE = join('examples', 'hanoi-2019.ndjson');
const SUMMIT = 'hanoi-2019';

export function demoCommand(shell: Shell): Command {
  return new Command('demo')
    .description('record the Hanoi summit of 2019 in a fresh ledger, show it, and serve it until Ctrl-C')
    .option('--once', 'end after showing it')
    .action(({ once: isOver = false }: { once?: boolean }) =>
      endedByInterrupt(demo(isOver, shell), shell.signal),
    );
}

async function demo(isOver: boolean, shell: Shell): Promise<void> {
  const config = await freshConfig(shell);
  const { serve } = await import('../../main.js');
  const service = await serve(config);
  try {
    await recordAndShow(service.url, shell);
    if (isOver) return;
    await shell.terminal.print(tryNext(service.url, SUMMIT, shell.terminal.page));
    await untilAborted(shell.signal);
  } finally {
    await service.close();
  }
}

async function recordAndShow(url: string, shell: Shell): Promise<void> {
  const { terminal, signal } = shell;
  terminal.say(`Recording ${EXAMPLE} in a fresh ledger …`);
  const tally = await importFile(EXAMPLE, { url }, shell);
  await terminal.print(`${importSummary(tally, terminal.page)}\n`);
  const question = { summit: SUMMIT, view: 'schedule-vs-actual', moment: {}, output: 'table' } as const;
  await terminal.print(await shown(new Client(url, signal), question, terminal.page));
}

/** A folder of the demo's own for each port, emptied only once it is known that no other demo serves it. */
async function freshConfig({ environment }: Shell): Promise<Config> {
  const { DATA_DIR = 'data', PORT = '8080', LOG_LEVEL = 'warn' } = environment;
  const dataDir = join(DATA_DIR, 'demo', PORT);
  const config = loadConfig({ ...environment, DATA_DIR: dataDir, LOG_LEVEL, LEDGER_URL: undefined });
  await requireFreePort(config, 'npm run demo');
  await rm(dataDir, { recursive: true, force: true });
  return config;
}
