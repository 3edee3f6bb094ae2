import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandOf } from './commands.js';
import { ReferenceModel } from './model.js';
import { Random } from './random.js';
import { Refusal, type Command } from './record.js';
import { Subject } from './subject.js';
import { beginning } from './world.js';

const tally = new Map<string, number>();

async function run(seeds: readonly number[]): Promise<void> {
  const subject = await Subject.start();
  const model = new ReferenceModel();
  try {
    for (const command of beginning) await both(model, subject, command);
    for (const seed of seeds) await both(model, subject, commandOf(new Random(seed), model.list));
  } finally {
    await subject.close();
  }
}

async function both(model: ReferenceModel, subject: Subject, command: Command): Promise<void> {
  const said = takenBy(model, command);
  const { status, body } = await subject.take(command);
  const told = status === 201 ? 'accepted' : [body['code'], recordsIn(body['code'], body['records'])];
  tally.set(String(said), (tally.get(String(said)) ?? 0) + 1);
  expect({ command, answer: told, detail: told === 'accepted' ? undefined : body }).toEqual({
    command,
    answer: said,
    detail: told === 'accepted' ? undefined : body,
  });
}

function takenBy(model: ReferenceModel, command: Command): unknown {
  try {
    model.take(command, Date.now());
    return 'accepted';
  } catch (error) {
    if (error instanceof Refusal) return [error.code, recordsIn(error.code, error.records)];
    throw error;
  }
}

const recordsIn = (code: unknown, records: unknown) =>
  code === 'contradicts_record' || code === 'possible_duplicate'
    ? [...((records ?? []) as string[])].toSorted()
    : [];

describe('the service', () => {
  it('decides as the reference model does', async () => {
    const runs = Number(process.env['RUNS'] ?? 3);
    const length = Number(process.env['LENGTH'] ?? 100);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer(), { minLength: length, maxLength: length, size: 'max' }), run),
      {
        numRuns: runs,
        seed: Number(process.env['SEED'] ?? 1),
        endOnFailure: process.env['SHRINK'] === undefined,
      },
    );
    if (process.env['TALLY'])
      console.log(
        [...tally]
          .toSorted((a, b) => b[1] - a[1])
          .map(([c, n]) => `${n} ${c.slice(0, 60)}`)
          .join('\n'),
      );
  }, 600_000);
});
