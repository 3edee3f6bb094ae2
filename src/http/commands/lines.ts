import type { Readable } from 'node:stream';

/** A line without what is around it; undefined for one that was too long. */
export type Line = string | undefined;

/**
 * The lines of a stream of bytes, one at a time. Of a line longer than `max` characters no more than a chunk
 * is ever held.
 */
export async function* linesOf(input: Readable, max: number): AsyncIterable<Line> {
  const decoder = new TextDecoder();
  const cutter = new Cutter(max);
  // A request's body comes in as bytes.
  for await (const chunk of input) yield* cutter.cut(decoder.decode(chunk as Buffer, { stream: true }));
  yield* cutter.rest();
}

class Cutter {
  private held = '';
  private isTooLong = false;

  constructor(private readonly max: number) {}

  *cut(text: string): Iterable<Line> {
    const parts = (this.held + text).split('\n');
    this.held = parts.pop() ?? '';
    for (const part of parts) {
      yield this.line(part);
      this.isTooLong = false;
    }
    this.isTooLong ||= this.held.length > this.max;
    if (this.isTooLong) this.held = '';
  }

  /** A last line that no line feed ends. */
  *rest(): Iterable<Line> {
    if (this.isTooLong || this.held.trim() !== '') yield this.line(this.held);
  }

  private line(part: string): Line {
    return this.isTooLong || part.length > this.max ? undefined : part.trim();
  }
}
