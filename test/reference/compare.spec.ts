import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rejections } from '../../src/records/rejected.js';
import { askedAt, differences } from './ask.js';
import { Refusal, type Command } from './ledger/record.js';
import { ReferenceModel } from './model.js';
import { commandOf } from './posting/commands.js';
import { Random } from './posting/random.js';
import { beginning } from './posting/world.js';
import { Subject } from './subject.js';

/** `RUNS=200 SEED=7 npm run jest -- test/reference` posts other sequences, and more. */
const runs = Number(process.env['RUNS'] ?? 3);
const length = Number(process.env['LENGTH'] ?? 120);
const seed = Number(process.env['SEED'] ?? 1);
const BETWEEN_QUESTIONS = 12;

/** The seeds of the commands of one run: a shorter run keeps what its commands say. */
const runsOfSeeds = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), {
  minLength: length,
  maxLength: length,
  size: 'max',
});

type Decision = 'accepted' | readonly [code: string, ...records: string[]];

const recordsIn = (code: unknown, records: unknown) =>
  code === 'contradicts_record' || code === 'possible_duplicate'
    ? // Both answer with the addresses of records, in an order of their own.
      [...((records ?? []) as readonly string[])].toSorted()
    : [];

function decidedBy(model: ReferenceModel, command: Command): Decision {
  try {
    model.take(command, Date.now());
    return 'accepted';
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...recordsIn(error.code, error.records)];
    throw error;
  }
}

/** The service and the model, each with a ledger of its own. */
class Pair {
  readonly model = new ReferenceModel();

  constructor(private readonly subject: Subject) {}

  async post(command: Command): Promise<void> {
    const expected = decidedBy(this.model, command);
    const { status, body } = await this.subject.take(command);
    const { code, records } = body;
    const decision = status === 201 ? 'accepted' : [String(code), ...recordsIn(code, records)];
    expect({ after: this.model.list.length, command, decision }).toEqual({
      after: this.model.list.length,
      command,
      decision: expected,
    });
    if (status !== 201) return;
    // What the service answers names each event that it recorded.
    for (const event of body['events'] as readonly { position: string; recordedAt: string }[])
      this.model.stamp(Number(event.position), Date.parse(event.recordedAt));
  }

  async ask(random: Random): Promise<void> {
    const asked = askedAt(random, this.model, Date.now());
    expect(await differences(this.subject, asked, random.of('a', 'a', 'b'))).toEqual([]);
  }
}

async function run(seeds: readonly number[]): Promise<void> {
  const subject = await Subject.start();
  try {
    const pair = new Pair(subject);
    for (const command of beginning) await pair.post(command);
    for (const [i, one] of seeds.entries()) {
      await pair.post(commandOf(new Random(one), pair.model.list));
      if (i % BETWEEN_QUESTIONS === 0) await pair.ask(new Random(one + 1));
    }
  } finally {
    await subject.close();
  }
}

describe('the service, whatever is posted', () => {
  it(
    'decides and answers as a slow model of the domain does',
    async () => {
      // Each run starts a service, so that making a failing one shorter would take minutes.
      await fc.assert(fc.asyncProperty(runsOfSeeds, run), { numRuns: runs, seed, endOnFailure: true });
    },
    60_000 + runs * 10_000,
  );
});

describe('the commands that are posted', () => {
  it('are refused in every way in which a command can be refused', () => {
    const decisions = new Set<string>();
    const seeds = new Random(1);
    for (let sequence = 0; sequence < 12; sequence++) {
      const model = new ReferenceModel();
      for (const command of beginning) decidedBy(model, command);
      for (let i = 0; i < 250; i++) {
        const command = commandOf(new Random(seeds.below(2 ** 32)), model.list);
        decisions.add([decidedBy(model, command)].flat()[0] ?? '');
      }
    }
    // Until there are credentials, nobody lacks a right.
    const codes = Object.keys(rejections).filter((code) => code !== 'forbidden');
    expect([...decisions].toSorted()).toEqual(['accepted', ...codes].toSorted());
  });
});
