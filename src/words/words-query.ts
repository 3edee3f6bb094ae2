import { INVISIBLE } from './pieces.js';
import { visibleIn, wordsIn, type Token } from './tokenizer.js';

/** Folded tokens side by side, never none. */
export interface Phrase {
  readonly tokens: readonly string[];
  /** The last token may go on: sanction* finds sanctions. */
  readonly isPrefix: boolean;
}

/** Spellings of one thing, of which one must occur. */
export type Term = readonly Phrase[];

/** What is searched for: all terms must occur (rule 2.6.26). */
export interface WordsQuery {
  readonly terms: readonly Term[];
}

/** What is asked for beyond these narrows nothing down any more, and each term costs a walk over the texts. */
export const MOST_TERMS = 64;

const QUOTES = '"“”„‟«»「」『』〝〞〟＂';
const PARTS = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]?|[^\\p{White_Space}${QUOTES}]+`, 'gu');
/** Between letters, but for English short forms: we're is not were. */
const APOSTROPHE = /(?<=[\p{L}\p{M}])['’‘`´](?=\p{L})(?!(?:ll|re|ve|[sdmt])(?!\p{L}))/giu;

/**
 * Quoted text is one phrase; of the rest each word is. A quotation mark that is not closed quotes to the end.
 * An asterisk after a word or phrase leaves open how its last word ends. A query of nothing but punctuation
 * asks for that; words beside it leave it without meaning. The first `MOST_TERMS` different terms count.
 */
export function parseWordsQuery(text: string): WordsQuery {
  const parts = [...text.replace(INVISIBLE, '').matchAll(PARTS)].map(
    ({ 0: word, 1: quoted }) => quoted ?? word,
  );
  const terms = differentTerms(parts, termOf);
  return { terms: terms.length > 0 ? terms : differentTerms(parts, visibleTerm) };
}

function differentTerms(parts: readonly string[], term: (part: string) => Term): Term[] {
  const terms = new Map<string, Term>();
  for (const part of new Set(parts)) {
    if (terms.size === MOST_TERMS) break;
    const phrases = term(part);
    if (phrases.length > 0) terms.set(JSON.stringify(phrases), phrases);
  }
  return [...terms.values()];
}

/** O'zbekiston is also spelled Oʻzbekiston, which is one word: the apostrophe is a letter there. */
function termOf(part: string): Term {
  const phrases = phraseOf(part);
  const joined = part.replace(APOSTROPHE, '');
  return joined === part ? phrases : [...phrases, ...phraseOf(joined)];
}

function phraseOf(part: string): Phrase[] {
  const tokens = wordsIn(part);
  const last = tokens.at(-1);
  if (!last) return [];
  return [{ tokens: tokens.map(folded), isPrefix: /^\*+$/u.test(part.slice(last.to)) }];
}

function visibleTerm(part: string): Phrase[] {
  const tokens = visibleIn(part);
  return tokens.length > 0 ? [{ tokens: tokens.map(folded), isPrefix: false }] : [];
}

function folded(token: Token): string {
  return token.folded;
}
