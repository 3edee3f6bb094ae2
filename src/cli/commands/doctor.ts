import { Command } from 'commander';
import { loadConfig } from '../../config.js';
import { factsFile } from '../../projection/facts-schema.js';
import { checkpointIn, compareFacts } from '../doctor/examine-facts.js';
import { examineLedger } from '../doctor/examine-ledger.js';
import { examineClock, examineDisk, examineVersions } from '../doctor/examine-machine.js';
import type { Finding } from '../doctor/finding.js';
import { exitCodes, Failure } from '../failure.js';
import type { Shell } from '../shell.js';

export function doctorCommand(shell: Shell): Command {
  return new Command('doctor')
    .description(
      'examine ledger, facts, disk, clock and versions, and say what to do; the service may run meanwhile',
    )
    .action(() => examined(shell));
}

async function examined({ terminal, environment }: Shell): Promise<void> {
  const { dataDir, ledgerUrl } = loadConfig(environment);
  // Before the ledger, which may go on meanwhile.
  const facts = checkpointIn(factsFile(dataDir));
  const ledger = await examineLedger(ledgerUrl, 'position' in facts ? facts.position : '');
  const findings: readonly Finding[] = [
    ...ledger.findings,
    'position' in facts ? compareFacts(facts, ledger) : facts,
    examineDisk(dataDir),
    examineClock(ledger.latest, Date.now()),
    examineVersions(),
  ];
  for (const { of, is, remedy } of findings) {
    await terminal.print(`${remedy === undefined ? 'ok  ' : 'BAD '} ${of.padEnd(9)} ${is}`);
    if (remedy !== undefined) await terminal.print(`               what to do: ${remedy}`);
  }
  const bad = findings.filter(({ remedy }) => remedy !== undefined);
  if (bad.length > 0)
    throw new Failure(`${bad.length} of ${findings.length} things need attention`, exitCodes.failed);
}
