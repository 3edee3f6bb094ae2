import { setTimeout as pause } from 'node:timers/promises';
import { Option, type Command } from 'commander';
import { alongAxis, type AxisOptions } from './diff.js';
import { asJsonLines } from '../render/json.js';
import type { Page } from '../render/page.js';
import { text, type Row } from '../render/row.js';
import { clientFor, type Shell } from '../shell.js';
import { summitNamed } from './show.js';
import { viewPath, viewText } from '../views/by-name.js';
import { changesIn } from '../views/difference.js';
import { answerAfter } from '../views/frame.js';

/** On a screen that is drawn over, each state is left standing for as long as it takes to see what changed. */
const STANDING_MS = 600;

interface ReplayOptions extends AxisOptions {
  readonly speed?: string;
  readonly output: 'table' | 'ndjson';
}

export function replayCommand(shell: Shell): Command {
  return alongAxis('replay', 'show how a view changed as history went by')
    .option('--speed <factor>', 'seconds of history that pass in one second (default: step by step)')
    .addOption(new Option('--output <form>', 'how to write it').choices(['table', 'ndjson']).default('table'))
    .action((summit: string, view: string, options: ReplayOptions) => replay(summit, view, options, shell));
}

async function replay(summit: string, view: string, options: ReplayOptions, shell: Shell): Promise<void> {
  const { axis, from, to, speed, output, url } = options;
  const { terminal, signal } = shell;
  const client = clientFor({ url }, shell);
  const named = await summitNamed(client, summit, {});
  let answer: Row = {};
  for await (const frame of client.stream(`${viewPath(summit, view)}/replay`, { axis, from, to, speed })) {
    if (output === 'ndjson') {
      await terminal.print(asJsonLines(frame));
      continue;
    }
    answer = answerAfter(answer, frame, axis);
    const state = viewText(view, answer, named, terminal.page);
    if (terminal.isScreen) await terminal.redraw(state);
    else await terminal.print(asLog(frame, state, terminal.page));
    if (terminal.isScreen && speed === undefined) await pause(STANDING_MS, undefined, { signal });
  }
}

/** Where nothing can be drawn over: what it was at first, then what changed when. */
function asLog(frame: Row, state: string, page: Page): string {
  const kind = text(frame, 'kind');
  if (kind === 'snapshot') return `${state}\n`;
  const when = page.ink.bold(`${text(frame, 'point') ?? ''}  ${text(frame, 'time') ?? ''}`);
  return kind === 'change' ? `${when}\n${changesIn(frame, page)}\n` : `${when}  the end`;
}
