import { wordsIn } from '../../statement/words.js';

interface Word {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

/** Half-open, in UTF-16 code units of the text. */
export type Hit = readonly [from: number, to: number];

/** The words of a text as search knows them, and where they stand in it. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) =>
    // Compatibility forms such as a fraction fall into several words.
    wordsIn(word).map((folded) => ({ folded, from: index, to: index + word.length })),
  );
}

/** What is searched for: each term a phrase of folded words, all of which must occur (rule 2.6.26). */
export interface WordsQuery {
  readonly terms: readonly (readonly string[])[];
}

/** Quoted text is one phrase; of the rest each word is. A quotation mark that is not closed quotes to the end. */
export function parseWordsQuery(text: string): WordsQuery {
  const parts = text.matchAll(/["“”]([^"“”]*)["“”]?|[^\s"“”]+/gu);
  const terms = [...parts].map(({ 0: word, 1: quoted }) => wordsIn(quoted ?? word));
  return { terms: terms.filter((term) => term.length > 0) };
}

/**
 * Where the terms occur in texts that belong together, one list of hits for each text; undefined unless every
 * term occurs in one of them. A phrase does not run from one text into the next.
 */
export function hitsIn(texts: readonly string[], { terms }: WordsQuery): Hit[][] | undefined {
  const words = texts.map(wordsOf);
  const found = terms.map((term) => words.map((inText) => occurrences(inText, term)));
  if (found.some((perText) => perText.every((hits) => hits.length === 0))) return undefined;
  return texts.map((_text, i) => joined(found.flatMap((perText) => perText[i] ?? [])));
}

function occurrences(words: readonly Word[], term: readonly string[]): Hit[] {
  return words.flatMap((first, i): Hit[] => {
    const last = words[i + term.length - 1];
    const isHere = last !== undefined && term.every((word, k) => words[i + k]?.folded === word);
    return isHere ? [[first.from, last.to]] : [];
  });
}

/** In order, those that overlap as one. */
function joined(hits: readonly Hit[]): Hit[] {
  const inOrder = [...hits].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return inOrder.reduce<Hit[]>((before, [from, to]) => {
    const last = before.at(-1);
    if (!last || from >= last[1]) return [...before, [from, to]];
    return [...before.slice(0, -1), [last[0], Math.max(last[1], to)]];
  }, []);
}
