import { linesOf } from '../http/commands/lines.js';
import { isRow, text } from './render/row.js';

/** A line of a file of commands on its way to the service, which reads it as it stands in the file. */
export interface CommandLine {
  /** Counted from 1, empty lines included. */
  readonly number: number;
  /** Without its end. */
  readonly bytes: Uint8Array;
}

export async function* commandLines(file: AsyncIterable<Uint8Array>): AsyncGenerator<CommandLine, void> {
  let number = 0;
  for await (const bytes of linesOf(file, Infinity)) {
    number += 1;
    if (bytes && bytes.toString('latin1').trim() !== '') yield { number, bytes };
  }
}

/** The name of the command that a line gives, where it gives one. */
export function commandIn({ bytes }: CommandLine): string | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRow(value) ? text(value, 'command') : undefined;
  } catch {
    return undefined;
  }
}
