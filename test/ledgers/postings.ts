import { readFileSync } from 'node:fs';
import { commandOf } from '../reference/posting/commands.js';
import { Random } from '../reference/posting/random.js';
import { beginning } from '../reference/posting/world.js';
import { ReferenceModel } from '../reference/model.js';
import { commands, type CommandName } from '../reference/language/language.js';
import { Refusal, streamOf, type Command, type Data } from '../reference/ledger/record.js';
import type { Body, Outcome, Posting, Service } from '../service.js';

/** A command that was recorded, and what was answered. */
export interface Recorded {
  readonly posting: Posting;
  readonly outcome: Body;
}

const EXAMPLES = ['hanoi-2019', 'paris-2015', 'vallo-2024'];

/** Fills a ledger: first with the examples, then with random commands about them and about a small world. */
export class Filling {
  readonly recorded: Recorded[] = [];
  /** What there is to speak of. It is not asked for its judgement: the service decides what is recorded. */
  private readonly model = new ReferenceModel();

  constructor(private readonly service: Service) {}

  async examples(): Promise<void> {
    for (const [index, example] of EXAMPLES.entries())
      for (const [line, command] of commandsIn(`examples/${example}.ndjson`).entries()) {
        // The first file goes without keys, so that the ledger has events that have none.
        await this.take(index === 0 ? command : { ...command, key: `${example}:${line + 1}` });
      }
  }

  async random(seed: number, accepted: number): Promise<void> {
    for (const command of beginning) await this.take(command);
    const random = new Random(seed);
    const enough = this.recorded.length + accepted;
    while (this.recorded.length < enough) await this.take(commandOf(random, this.model.list));
  }

  private async take(command: Command): Promise<void> {
    const { name, body, key } = command;
    const posting = { command: name, body, ...(key !== undefined && { key }) };
    const { status, body: outcome } = await this.service.post<Outcome>(posting, conditionsOf(command));
    if (status !== 201) return;
    this.recorded.push({ posting, outcome });
    this.learn(command, outcome);
  }

  private learn(command: Command, { events }: Body): void {
    try {
      this.model.take(command, Date.now());
    } catch (error) {
      // What the two do not agree on is a matter of test/reference; here it is only not spoken of.
      if (!(error instanceof Refusal)) throw error;
      return;
    }
    // The answer to a command names each event that was recorded.
    for (const event of events as readonly { position: string; recordedAt: string }[])
      this.model.stamp(Number(event.position), Date.parse(event.recordedAt));
  }
}

function conditionsOf({ name, body, expected }: Command): Record<string, string> {
  if (expected === undefined) return {};
  // A command that expects a revision has the data that its stream follows from.
  return { 'if-match': `"${streamOf(commands[name], body['data'] as Data)}@${expected}"` };
}

function commandsIn(file: string): Command[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    // The examples are asserted to be accepted line by line.
    const { command, body } = JSON.parse(line) as { command: CommandName; body: Data };
    return { name: command, body };
  });
}
