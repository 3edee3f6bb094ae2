/**
 * Texts, one as soon as the one before was taken.
 * @param patienceMs how long a text may wait to be taken, in milliseconds
 * @param giveUp is called when one waited longer
 */
export async function* whileRead(
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
