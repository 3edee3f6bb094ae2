import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { createColors } from 'picocolors';
import type { Page } from './render/page.js';

/** A stream to write to; the optional members are those of a terminal. */
export interface Output extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

const HOME_AND_CLEAR = '\u001b[H\u001b[J';
const WIDEST = 100;
const NARROWEST = 60;

/** Where a command reads and writes: the terminal of a person, or pipes. */
export class Terminal {
  constructor(
    readonly input: Readable,
    private readonly output: Output,
    /** For progress and for what is not the answer. */
    readonly errors: Output,
  ) {}

  /** Writes to the output and waits while it is full. */
  async print(text: string): Promise<void> {
    if (!this.output.write(`${text}\n`)) await once(this.output, 'drain');
  }

  /** Writes over all that stands on the screen. */
  async redraw(text: string): Promise<void> {
    await this.print(`${HOME_AND_CLEAR}${text}`);
  }

  say(sentence: string): void {
    this.errors.write(`${sentence}\n`);
  }

  /** Whether what was written can be drawn over. */
  get isScreen(): boolean {
    return this.output.isTTY === true;
  }

  /** How wide and in which colors to write; NO_COLOR and its like are read by the terminal's own `hasColors`. */
  get page(): Page {
    // A terminal that does not know its size says 0.
    const columns = this.output.columns || WIDEST;
    return {
      width: Math.max(NARROWEST, Math.min(columns, WIDEST)),
      ink: createColors(this.isScreen && this.output.hasColors?.() === true),
    };
  }
}
