import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../witness/answer.js';
import { compared } from '../witness/compared.js';

/** An answer that an edition means to give otherwise than the release that wrote the ledger did. */
export interface Difference {
  /** Which reading of the domain asks for it. */
  readonly why: string;
  /** The path with its query, or what it matches. */
  readonly question: string | RegExp;
  /** What is answered now, made from what was answered then; what it leaves as it is, is to be as it was. */
  readonly becomes: (before: Answer) => Answer;
}

/**
 * What this edition answers otherwise than it is to. Answers that no difference touches are to be the same to the
 * byte; of the others the values are compared, because `becomes` need not put new fields into their place.
 */
export function unexpected(
  before: readonly Answer[],
  now: readonly Answer[],
  differences: readonly Difference[],
): string[] {
  const expected = before.map((old, index) => {
    const answer = now[index];
    const wanted = differences.reduce(applied, old);
    const isSame = answer && isDeepStrictEqual(wanted, answer);
    return isSame && !isDeepStrictEqual(wanted, old) ? answer : wanted;
  });
  return compared(expected, now);
}

/** Why each difference is listed that changes no answer: it is out of date, or does not say what was meant. */
export function idle(before: readonly Answer[], differences: readonly Difference[]): string[] {
  const used = new Set<Difference>();
  for (const old of before)
    differences.reduce((answer, difference) => {
      const wanted = applied(answer, difference);
      if (!isDeepStrictEqual(wanted, answer)) used.add(difference);
      return wanted;
    }, old);
  return differences.filter((difference) => !used.has(difference)).map(({ why }) => why);
}

function applied(answer: Answer, { question, becomes }: Difference): Answer {
  const isAsked = typeof question === 'string' ? question === answer.path : answer.path.search(question) >= 0;
  return isAsked ? becomes(answer) : answer;
}
