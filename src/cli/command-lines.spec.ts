import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { commandIn, commandLines, type CommandLine } from './command-lines.js';

function linesIn(...chunks: Uint8Array[]): Promise<CommandLine[]> {
  return Readable.from(commandLines(Readable.from(chunks))).toArray() as Promise<CommandLine[]>; // what it yields
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = ({ bytes }: CommandLine) => Buffer.from(bytes).toString();

describe('the lines of a file of commands', () => {
  it('have the numbers that they have in the file', async () => {
    const lines = await linesIn(utf8('{"command":"A"}\n\n  \n{"command":"B"}'));
    expect(lines.map((line) => [line.number, commandIn(line)])).toEqual([
      [1, 'A'],
      [4, 'B'],
    ]);
  });

  it('are sent as they stand in the file, however it came in', async () => {
    const file = utf8('{"command":"A","body":{"x":1,"x":2}}\n{"command":"Hà Nội"}\n');
    const cut = [...file].map((byte) => Uint8Array.of(byte));
    expect((await linesIn(...cut)).map(textOf)).toEqual([
      '{"command":"A","body":{"x":1,"x":2}}',
      '{"command":"Hà Nội"}',
    ]);
  });

  it('keep bytes that are no UTF-8, for the service to refuse', async () => {
    const [line] = await linesIn(Uint8Array.of(0x43, 0xf4, 0x74, 0x65));
    expect(line?.bytes).toEqual(Buffer.from([0x43, 0xf4, 0x74, 0x65]));
  });

  it('name no command where they hold none', async () => {
    const [line] = await linesIn(utf8('{"command":'));
    expect(line && commandIn(line)).toBeUndefined();
  });
});
