import { beforeAll, describe, expect, it } from '@jest/globals';
import { unexpected } from '../ledgers/difference.js';
import type { Answer } from './answer.js';
import type { StoredEvent } from './contents.js';
import { differences } from './hanoi/differences.js';
import { ANSWERS, EVENTS, witness, type Witnessed } from './hanoi.js';
import { firstDifference } from './first-difference.js';
import { readLines } from './lines.js';

/** It takes some seconds, and more where others have work, too. */
const PATIENCE_MS = 120_000;

describe('one article, as release 0.1.0 told of it', () => {
  const expected = readLines<Answer>(ANSWERS);
  let actual: Witnessed;

  beforeAll(async () => {
    actual = await witness(() => expected);
  }, PATIENCE_MS);

  it('is recorded as the same events', () => {
    expect(firstDifference(readLines<StoredEvent>(EVENTS), actual.events)).toBeUndefined();
  });

  it('is answered in the same bytes, whatever is asked, but for what is listed', () => {
    expect(expected.length).toBeGreaterThan(500);
    expect(unexpected(expected, actual.answers, differences)).toEqual([]);
  });
});
