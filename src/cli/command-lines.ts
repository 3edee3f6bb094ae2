import { createHash } from 'node:crypto';
import { canonical } from '../http/commands/command-metadata.js';
import { linesOf } from './lines.js';
import { isRow, text } from './render/row.js';

/** A line of a file of commands on its way to the service. */
export interface CommandLine {
  /** Counted from 1, empty lines included. */
  readonly number: number;
  readonly command: string | undefined;
  /** As it is sent, with a key. */
  readonly sent: string;
  /** Bytes that it takes in the file, its end included. */
  readonly size: number;
}

export async function* commandLines(file: AsyncIterable<Uint8Array>): AsyncGenerator<CommandLine, void> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() !== '') yield commandLine(line, number);
  }
}

/** A line that is no command is passed on as it is: the service refuses it and says why. */
export function commandLine(line: string, number: number): CommandLine {
  const size = Buffer.byteLength(line) + 1;
  const value = parsed(line);
  if (!isRow(value)) return { number, command: undefined, sent: line, size };
  const command = text(value, 'command');
  const sent = 'key' in value ? line : JSON.stringify({ ...value, key: keyOf(command, value['body']) });
  return { number, command, sent, size };
}

/** The same for what says the same, so that a file may be imported again: SHA-256 of its canonical JSON. */
export function keyOf(command: string | undefined, body: unknown): string {
  return createHash('sha256').update(canonical({ command, body })).digest('hex');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
