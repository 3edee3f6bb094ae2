import { setTimeout as delay } from 'node:timers/promises';

/**
 * Texts, one as soon as the one before was taken.
 * @param timeoutMs how long a text may wait to be taken, in milliseconds
 * @param cut is called when one waited longer
 */
export async function* cutWhenStalled(
  texts: AsyncIterable<string>,
  timeoutMs: number,
  cut: () => void,
): AsyncIterable<string> {
  for await (const text of texts) {
    const timer = setTimeout(cut, timeoutMs).unref();
    try {
      yield text;
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * Texts with delays in between, in which more gathers for the next.
 * @param delayMs asked before each delay, in milliseconds; what is less than one is none
 */
export async function* throttled(texts: AsyncIterable<string>, delayMs: () => number): AsyncIterable<string> {
  for await (const text of texts) {
    yield text;
    const ms = delayMs();
    if (ms >= 1) await delay(ms);
  }
}
