/** The bytes of a line without what ends it; undefined for one that was too long. */
export type Line = Buffer | undefined;

/**
 * The lines of a stream of bytes, one at a time. Of a line longer than `max` bytes no more than a chunk is
 * ever held.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>, max: number): AsyncIterable<Line> {
  const cutter = new Cutter(max);
  for await (const { buffer, byteOffset, length } of input)
    yield* cutter.cut(Buffer.from(buffer, byteOffset, length));
  yield* cutter.rest();
}

const LINE_FEED = 0x0a;

class Cutter {
  private held: Buffer = Buffer.alloc(0);
  private isTooLong = false;

  constructor(private readonly max: number) {}

  *cut(chunk: Buffer): Iterable<Line> {
    const bytes = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      yield this.line(bytes.subarray(from, end));
      from = end + 1;
      this.isTooLong = false;
    }
    this.hold(bytes.subarray(from));
  }

  /** A last line that no line feed ends. */
  *rest(): Iterable<Line> {
    if (this.isTooLong || this.held.length > 0) yield this.line(this.held);
  }

  private hold(bytes: Buffer): void {
    this.isTooLong ||= bytes.length > this.max;
    this.held = this.isTooLong ? Buffer.alloc(0) : bytes;
  }

  private line(bytes: Buffer): Line {
    return this.isTooLong || bytes.length > this.max ? undefined : bytes;
  }
}
