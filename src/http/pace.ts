import { setTimeout as pause } from 'node:timers/promises';

/**
 * Texts, one as soon as the one before was taken.
 * @param patienceMs how long a text may wait to be taken, in milliseconds
 * @param giveUp is called when one waited longer
 */
export async function* cutWhenStalled(
  texts: AsyncIterable<string>,
  patienceMs: number,
  giveUp: () => void,
): AsyncIterable<string> {
  for await (const text of texts) {
    const timer = setTimeout(giveUp, patienceMs).unref();
    try {
      yield text;
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * Texts with pauses in between, in which more gathers for the next.
 * @param pauseMs asked before each pause, in milliseconds; what is less than one is none
 */
export async function* throttled(texts: AsyncIterable<string>, pauseMs: () => number): AsyncIterable<string> {
  for await (const text of texts) {
    yield text;
    const ms = pauseMs();
    if (ms >= 1) await pause(ms);
  }
}
