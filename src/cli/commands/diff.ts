import { Option, type Command } from 'commander';
import { asJson } from '../render/json.js';
import { difference } from '../views/difference.js';
import { viewNames, viewPath } from '../views/by-name.js';
import { askingCommand, clientFor, type ServiceOption, type Shell } from '../shell.js';

/** The position before the first event. */
const START = '0';

export interface AxisOptions extends ServiceOption {
  readonly axis: 'asOf' | 'at' | 'publicAt';
  readonly from?: string;
  readonly to?: string;
}

interface DiffOptions extends AxisOptions {
  readonly output: 'table' | 'json';
}

export function diffCommand(shell: Shell): Command {
  return alongAxis('diff', 'show what changed in a view between two moments, and which records brought it')
    .addOption(new Option('--output <form>', 'how to write it').choices(['table', 'json']).default('table'))
    .action(async (summit: string, view: string, { axis, from, to, output, url }: DiffOptions) => {
      const { terminal } = shell;
      const answer = await clientFor({ url }, shell).get(`${viewPath(summit, view)}/diff`, {
        axis,
        from: from ?? (axis === 'asOf' ? START : undefined),
        to,
      });
      await terminal.print(output === 'json' ? asJson(answer) : difference(answer, terminal.page));
    });
}

/** A command about a view of a summit between two moments on one axis of time. */
export function alongAxis(name: string, summary: string): Command {
  return askingCommand(name, summary)
    .argument('<summit>', 'id of the summit, such as hanoi-2019')
    .argument('[view]', `one of ${viewNames.join(', ')}`, 'schedule-vs-actual')
    .addOption(
      new Option(
        '--axis <axis>',
        'asOf: what the ledger knew; at: what had happened; publicAt: what was public',
      )
        .choices(['asOf', 'at', 'publicAt'])
        .default('asOf'),
    )
    .option(
      '--from <moment>',
      'the earlier moment: a time, or on asOf also a position (there by default: before everything)',
    )
    .option('--to <moment>', 'the later moment (default: now)');
}
