import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Form } from '../accept.js';
import type { Frame } from './view-diff.js';
import { frame } from '../sse.js';

/** The longest delay between two frames, in milliseconds. */
const LONGEST_DELAY = 60_000;
/** The longest that a replay works before others get their turn, in milliseconds. */
const TIME_SLICE = 5;

/**
 * Frames as text, one after another as fast as they are read, or at a speed.
 * @param frames undefined where others may have a turn
 * @param speed milliseconds of the frames' own time that pass in a millisecond
 */
export async function* replayTexts(
  frames: Iterable<Frame | undefined>,
  form: Form,
  signal: AbortSignal,
  speed?: number,
): AsyncIterable<string> {
  let last: number | undefined;
  for await (const step of inTurns(frames, signal)) {
    const time = Date.parse(step.time);
    if (speed !== undefined && last !== undefined) await delay((time - last) / speed, signal);
    if (signal.aborted) return;
    last = time;
    const text = JSON.stringify(step);
    yield form === 'sse' ? frame(step.kind, text) : `${text}\n`;
  }
}

async function* inTurns(frames: Iterable<Frame | undefined>, signal: AbortSignal): AsyncIterable<Frame> {
  await turn();
  let begun = performance.now();
  for (const step of frames) {
    if (performance.now() - begun > TIME_SLICE) {
      await turn();
      begun = performance.now();
    }
    if (signal.aborted) return;
    if (step) yield step;
  }
}

let lastTurn = Promise.resolve();

/** Whoever replays waits for all that is asked meanwhile, and for those who replay and came before. */
async function turn(): Promise<void> {
  lastTurn = lastTurn.then(() => setImmediate());
  await lastTurn;
}

async function delay(ms: number, signal: AbortSignal): Promise<void> {
  // It rejects only when the reader leaves, which is asked for afterwards.
  await setTimeout(Math.min(Math.max(ms, 0), LONGEST_DELAY), undefined, { signal }).catch(() => undefined);
}
