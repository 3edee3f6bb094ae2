import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Form } from '../accept.js';
import type { Frame } from './view-diff.js';
import { frame } from '../sse.js';

/** The longest delay between two frames, in milliseconds. */
const LONGEST_DELAY = 60_000;

/**
 * Frames as text, one after another as fast as they are read, or at a speed.
 * @param speed milliseconds of the frames' own time that pass in a millisecond
 */
export async function* replayTexts(
  frames: Iterable<Frame>,
  form: Form,
  signal: AbortSignal,
  speed?: number,
): AsyncIterable<string> {
  let last: number | undefined;
  for (const step of frames) {
    const time = Date.parse(step.time);
    if (speed !== undefined && last !== undefined) await delay((time - last) / speed, signal);
    // Each frame is some milliseconds of work: others get their turn in between.
    else await setImmediate();
    if (signal.aborted) return;
    last = time;
    const text = JSON.stringify(step);
    yield form === 'sse' ? frame(step.kind, text) : `${text}\n`;
  }
}

async function delay(ms: number, signal: AbortSignal): Promise<void> {
  // It rejects only when the reader leaves, which is asked for afterwards.
  await setTimeout(Math.min(Math.max(ms, 0), LONGEST_DELAY), undefined, { signal }).catch(() => undefined);
}
