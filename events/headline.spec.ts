import { describe, expect, it } from '@jest/globals';
import { hanoi } from '../test/hanoi.js';
import { ledgerWith } from '../test/ledger-with.js';
import { headlineOf } from './index.js';

const facts = ledgerWith(...hanoi).facts();
const lineOf = (recordId: string) => {
  const fact = facts.find(({ record }) => record.endsWith(`/${recordId}`));
  return fact && headlineOf(fact);
};

describe('a headline', () => {
  it.each([
    ['H03', 'us.white-house publishes revision 1 of its schedule for 2019-02-28'],
    ['H37', 'lunch not held'],
    ['H40', 'Summit concluded: cut short, agreement none'],
    ['H47', 'us.trump: “Sometimes you have to walk, and this was just one of those times”'],
    ['H49', 'us.trump: the American effort fell short for now'],
    ['H59', 'us.trump: declines to answer “still pushing for "complete, verifiable denuclearization"?”'],
    ['H06', 'dprk on sanctions: sanctions eased'],
    ['H55', 'us sanctions on dprk: continues'],
  ])('of %s is: %s', (recordId, headline) => expect(lineOf(recordId)).toBe(headline));

  it('is one line for every record', () => {
    for (const fact of facts) expect(headlineOf(fact)).toMatch(/^\S.*$/);
  });
});
