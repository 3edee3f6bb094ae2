import { tokensOf, type Token } from './tokenizer.js';
import type { Phrase, WordsQuery } from './words-query.js';

/** Half-open, in UTF-16 code units of the text. */
export type Hit = readonly [from: number, to: number];

/** Of tokens, both included. */
type Range = readonly [first: number, last: number];

/**
 * Where the terms occur in texts that belong together, one list of hits for each text, in order, those that
 * touch as one; undefined unless every term occurs in one of the texts. A phrase does not run from one text
 * into the next. The work grows with the length of the texts and that of the query.
 */
export function hitsIn(texts: readonly string[], { terms }: WordsQuery): Hit[][] | undefined {
  const tokens = texts.map(tokensOf);
  const found = terms.map((term) => {
    const occurrences = term.map(occurrencesOf);
    return tokens.map((inText) => occurrences.flatMap((occurrencesIn) => occurrencesIn(inText)));
  });
  if (found.some((perText) => perText.every((ranges) => ranges.length === 0))) return undefined;
  return tokens.map((inText, i) =>
    joined(
      inText,
      found.map((perText) => perText[i] ?? []),
    ),
  );
}

/** Finds a phrase the way of Knuth, Morris and Pratt: no token is looked at again from an earlier start. */
function occurrencesOf({ tokens, isPrefix }: Phrase): (text: readonly Token[]) => Range[] {
  const open = isPrefix ? tokens.at(-1) : undefined;
  const whole = isPrefix ? tokens.slice(0, -1) : tokens;
  const shorter = bordersOf(whole);
  return (text) => {
    const ranges: Range[] = [];
    let matched = 0;
    for (const [i, { folded }] of text.entries()) {
      if (open !== undefined && matched === whole.length && folded.startsWith(open))
        ranges.push([i - matched, i]);
      matched = advanced(whole, shorter, matched, folded);
      if (open === undefined && matched === whole.length) ranges.push([i - matched + 1, i]);
    }
    return ranges;
  };
}

/** For each number of tokens matched, how many would be if the phrase had begun later. */
function bordersOf(phrase: readonly string[]): number[] {
  const shorter = [0, 0];
  for (let length = 2; length <= phrase.length; length += 1)
    shorter[length] = advanced(phrase, shorter, shorter[length - 1] ?? 0, phrase[length - 1] ?? '');
  return shorter;
}

function advanced(
  phrase: readonly string[],
  shorter: readonly number[],
  matched: number,
  next: string,
): number {
  let length = matched;
  while (length > 0 && phrase[length] !== next) length = shorter[length] ?? 0;
  return phrase[length] === next ? length + 1 : 0;
}

function joined(tokens: readonly Token[], found: readonly (readonly Range[])[]): Hit[] {
  const reach = reachOf(found);
  const hits: [number, number][] = [];
  for (const [i, { from }] of tokens.entries()) {
    const to = tokens[reach.get(i) ?? -1]?.to;
    const before = hits.at(-1);
    if (to === undefined) continue;
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else hits.push([from, to]);
  }
  return hits;
}

/** How far the longest range reaches that begins at a token. */
function reachOf(found: readonly (readonly Range[])[]): Map<number, number> {
  const reach = new Map<number, number>();
  for (const ranges of found)
    for (const [first, last] of ranges) reach.set(first, Math.max(last, reach.get(first) ?? last));
  return reach;
}
