import { once } from 'node:events';
import { Command, Option } from 'commander';
import { Client } from './client.js';
import type { Terminal } from './terminal.js';

/** What a command is run in. */
export interface Shell {
  readonly terminal: Terminal;
  /** Aborts when the person wants it to end. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface ServiceOption {
  readonly url: string;
}

/** A command that asks a running service. */
export function askingCommand(name: string, summary: string): Command {
  return new Command(name)
    .description(summary)
    .addOption(
      new Option('--url <address>', 'where the service listens')
        .env('SUMMIT_LEDGER_URL')
        .default('http://127.0.0.1:8080'),
    );
}

export function clientFor({ url }: ServiceOption, { signal }: Shell): Client {
  return new Client(url, signal);
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

/** For a command whose proper end is Ctrl-C: what that breaks off is no failure. */
export async function endedByInterrupt(work: Promise<void>, signal: AbortSignal): Promise<void> {
  await work.catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
