import { run } from './run.js';
import { Terminal } from './terminal.js';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await run(process.argv.slice(2), {
  terminal: new Terminal(process.stdin, process.stdout, process.stderr),
  signal: ending.signal,
  environment: process.env,
});
