/** The lines of a stream of UTF-8, without their ends; as many are held as came in one piece. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of bytes) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun += first;
    for (const next of others) {
      yield begun.trimEnd();
      begun = next;
    }
  }
  if (begun.trimEnd() !== '') yield begun.trimEnd();
}
