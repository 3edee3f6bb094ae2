import { readFileSync } from 'node:fs';
import { Service } from '../service.js';
import { ask, type Answer, type Question } from './answer.js';
import { contentsOf, eventsOf, type Contents, type StoredEvent } from './contents.js';
import { dated, withoutRun } from './placeholders.js';

const FOLDER = 'test/witness/hanoi';
/** `examples/` goes on with the domain; what is recorded here stays. */
export const COMMANDS = `${FOLDER}/commands.ndjson`;
export const EVENTS = `${FOLDER}/events.ndjson`;
export const ANSWERS = `${FOLDER}/answers.ndjson.gz`;

/** What a service makes of the commands, with what belongs to the one run taken out. */
export interface Witnessed {
  readonly events: readonly StoredEvent[];
  readonly answers: readonly Answer[];
}

/** Has a fresh service record the commands, and asks it. */
export async function witness(
  questionsAbout: (service: Service, contents: Contents) => Question[] | Promise<Question[]>,
): Promise<Witnessed> {
  const service = await Service.start();
  try {
    const outcomes = await service.import(readFileSync(COMMANDS, 'utf8'));
    const refused = outcomes.filter(({ status }) => status !== 201);
    if (refused.length > 0) throw new Error(`${COMMANDS} is refused: ${JSON.stringify(refused[0])}`);
    const contents = await contentsOf(service);
    const times = [...contents.recordedAt.values()];
    const told = withoutRun(times);
    const answers = (await ask(service, await questionsAbout(service, contents))).map((one) => told(one));
    const left = dated(answers, new Set(times.map((time) => time.slice(0, 10))));
    if (left.length > 0) throw new Error(`the time of this run shows in ${left.slice(0, 5).join(' ')}`);
    return { events: (await eventsOf(service)).map((one) => told(one)), answers };
  } finally {
    await service.remove();
  }
}
