import { tokensOf } from './tokenizer.js';
import type { Phrase, WordsQuery } from './words-query.js';

/** Between texts, so that no phrase runs from one into the next: white space is in no token. */
const BETWEEN_TEXTS = ' \u00a0 ';

/**
 * Texts that belong together as one row of the index. It is to be parted at spaces and left alone otherwise, as
 * FTS5 does with `tokenize = 'ascii'`; phrases take `detail = full`.
 */
export function indexedWords(texts: Iterable<string>): string {
  return [...texts].map((text) => encoded(tokensOf(text).map(({ folded }) => folded))).join(BETWEEN_TEXTS);
}

/**
 * What to MATCH in the index to find those rows, and no others, in whose texts `hitsIn` finds the query;
 * undefined for a query that asks for nothing, and so finds all.
 */
export function matchExpression({ terms }: WordsQuery): string | undefined {
  if (terms.length === 0) return undefined;
  return terms.map((spellings) => `(${spellings.map(matchPhrase).join(' OR ')})`).join(' AND ');
}

function matchPhrase({ tokens, isPrefix }: Phrase): string {
  return `"${encoded(tokens)}"${isPrefix ? ' *' : ''}`;
}

/**
 * ASCII letters, digits and all beyond ASCII are parts of words there. What is left of ASCII becomes its
 * full-width form, which no token holds: folding takes compatibility forms apart.
 */
function encoded(tokens: readonly string[]): string {
  return tokens
    .join(' ')
    .replace(/[!-/:-@[-`{-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
