import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { commandLine, commandLines } from './command-lines.js';

const key = (line: string): unknown => {
  const { key }: { key?: unknown } = JSON.parse(commandLine(line, 1).sent) as object;
  return key;
};

describe('a line of a file of commands', () => {
  it('gets a key from what it says, not from how it is written', () => {
    const one = key('{"command":"RegisterActor","body":{"data":{"actorId":"us","kind":"state"}}}');
    const same = key('{ "body": {"data":{"kind":"state","actorId":"us"}}, "command": "RegisterActor" }');
    const other = key('{"command":"RegisterActor","body":{"data":{"actorId":"un","kind":"state"}}}');
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('keeps the key that it brings', () => {
    const line = '{"command":"RegisterActor","body":{},"key":"mine"}';
    expect(commandLine(line, 1)).toMatchObject({ command: 'RegisterActor', sent: line });
  });

  it('is passed on as it is when it is no command', () => {
    expect(commandLine('{"command":', 7)).toEqual({
      number: 7,
      command: undefined,
      sent: '{"command":',
      size: 12,
    });
  });

  it('has the number that it has in the file', async () => {
    const file = Readable.from([new TextEncoder().encode('{"command":"A"}\n\n  \n{"command":"B"}')]);
    const lines: unknown[] = await Readable.from(commandLines(file)).toArray();
    expect(lines).toMatchObject([
      { number: 1, command: 'A' },
      { number: 4, command: 'B' },
    ]);
  });
});
