import type { Client } from './client.js';
import { commandLines, type CommandLine } from './command-lines.js';
import { Failure, isConnectionLost, ServiceAway } from './failure.js';
import { Tally } from './tally.js';

/**
 * Sends the commands of a file and tallies their results. Holds no more lines than are on their way.
 * @throws Failure when the service is away, or breaks off before it answered for every line
 */
export async function importLines(
  client: Client,
  file: AsyncIterable<Uint8Array>,
  step: (size: number, tally: Tally) => void,
): Promise<Tally> {
  const tally = new Tally();
  const underWay: CommandLine[] = [];
  let last = 0;
  try {
    for await (const result of client.recordAll(sent(commandLines(file), underWay))) {
      const line = underWay.shift();
      if (!line) throw new Failure('The service answered for more lines than it was sent');
      tally.take(line, result);
      last = line.number;
      step(line.bytes.length + 1, tally);
    }
  } catch (error) {
    if (isConnectionLost(error) || (error instanceof ServiceAway && last > 0)) throw brokenOff(last);
    throw error;
  }
  if (underWay.length > 0) throw brokenOff(last);
  return tally;
}

async function* sent(
  lines: AsyncIterable<CommandLine>,
  underWay: CommandLine[],
): AsyncGenerator<Uint8Array, void> {
  for await (const line of lines) {
    underWay.push(line);
    yield Buffer.concat([line.bytes, LINE_FEED]);
  }
}

const LINE_FEED = Buffer.from('\n');

function brokenOff(line: number): Failure {
  return new Failure(
    `The service went away after line ${line}; import the file again when it is back, nothing is recorded twice`,
  );
}
