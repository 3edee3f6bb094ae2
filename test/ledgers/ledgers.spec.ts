import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asLines, type Service } from '../service.js';
import { ask, type Answer } from '../witness/answer.js';
import { firstDifference } from '../witness/first-difference.js';
import { readLines } from '../witness/lines.js';
import { idle, unexpected, type Difference } from './difference.js';
import type { Recorded } from './postings.js';
import { filesOf, LEDGER, LEDGERS, rebuild, serviceOn } from './release.js';
import { storedIn, type Stored } from './stored.js';

const entries = readdirSync(LEDGERS, { withFileTypes: true });
const releases = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** It takes some seconds, and more where others have work, too. */
const PATIENCE_MS = 120_000;

describe.each(releases)('a ledger that release %s wrote', (release) => {
  const files = filesOf(release);
  const answers = readLines<Answer>(files.answers);
  let service: Service;
  let differences: readonly Difference[];

  beforeAll(async () => {
    // Every release has this file, of this shape; the compiler sees each.
    ({ differences } = (await import(`./${release}/differences.js`)) as {
      differences: readonly Difference[];
    });
    service = await serviceOn(release);
  });
  afterAll(() => service.remove());

  it('holds what its dump shows', () => {
    const stored = storedIn(join(service.folder, LEDGER));
    expect(firstDifference(readLines<Stored>(files.events), stored)).toBeUndefined();
  });

  it(
    'is answered about as it was then, but for what is listed',
    async () => {
      expect(answers.length).toBeGreaterThan(500);
      expect(unexpected(answers, await ask(service, answers), differences)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('has no difference listed that is none', () => {
    expect(idle(answers, differences)).toEqual([]);
  });

  it(
    'is answered about so from facts that are built anew',
    async () => {
      await rebuild(service);
      // They were built anew for the test above, too: here it is seen that what lay beside the ledger is not missed.
      const some = answers.filter((_, index) => index % 5 === 0);
      expect(unexpected(some, await ask(service, some), differences)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('knows the commands that it was sent by their keys', async () => {
    const keyed = readLines<Recorded>(files.commands).filter(({ posting }) => posting.key !== undefined);
    const head = await service.head();
    const outcomes = await service.import(asLines(keyed.map(({ posting }) => posting)));
    const expected = keyed.map(({ outcome }, index) => ({ line: index + 1, status: 201, ...outcome }));
    expect(firstDifference(expected, outcomes)).toBeUndefined();
    expect(await service.head()).toBe(head);
  });
});
