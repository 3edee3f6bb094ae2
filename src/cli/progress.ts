import { SingleBar } from 'cli-progress';
import type { Output } from './terminal.js';
import type { Tally } from './tally.js';

export interface Progress {
  /** @param size bytes of the file that have been answered for since the last step */
  readonly step: (size: number, tally: Tally) => void;
  readonly stop: () => void;
}

/** A bar on a terminal, nothing elsewhere. */
export function progressOf(totalBytes: number, output: Output): Progress {
  const bar = new SingleBar({
    stream: output,
    format: '{bar} {percentage}%  {recorded} recorded, {refused} refused',
    barCompleteChar: '━',
    barIncompleteChar: '─',
    hideCursor: true,
    stopOnComplete: false,
  });
  bar.start(totalBytes, 0, { recorded: 0, refused: 0 });
  return {
    step: (size, tally) => {
      bar.increment(size, { recorded: tally.recorded, refused: tally.refusals });
    },
    stop: () => {
      bar.stop();
    },
  };
}
