/** One frame of `text/event-stream`. */
export function frame(event: string, data: string, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
}

const COMMENT = ':\n\n';

/**
 * The frames of a source, with a comment whenever it was silent for a while, so that neither side takes the
 * other for dead. Ends the source when the reader leaves.
 * @param silenceMs milliseconds
 */
export async function* withHeartbeat(
  frames: AsyncIterable<string>,
  silenceMs: number,
): AsyncIterable<string> {
  const source = frames[Symbol.asyncIterator]();
  try {
    let next = source.next();
    for (;;) {
      const result = await within(next, silenceMs);
      if (result === undefined) yield COMMENT;
      else if (result.done === true) return;
      else {
        yield result.value;
        next = source.next();
      }
    }
  } finally {
    await source.return?.();
  }
}

/** What was promised, or undefined when it takes longer. */
function within<T>(promised: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms, undefined).unref();
    void promised.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
