import { INVISIBLE } from './pieces.js';
import { caseFolded } from './plain-letters.js';

/**
 * A quote as it is compared with others (rule 2.6.19): compatibility forms, case and punctuation make no
 * difference, nor do characters that cannot be seen, nor white space but for parting words. Marks do: they
 * make other words. Punctuation within a number stays, as it makes another number: 3.5, -5, 2019-02-27, 50%.
 * A quote without a letter or digit is itself. For quotes within their limit of length: to put thousands of
 * marks on one letter in order takes Unicode's normalization long.
 */
export function normalizedQuote(text: string): string {
  const visible = text.replace(INVISIBLE, '');
  if (!/[\p{L}\p{N}]/u.test(visible)) return visible.normalize('NFC').trim();
  const apart = visible.replace(BESIDE_SMALL_NUMBER, ' ').normalize('NFKD').replace(INVISIBLE, '');
  const bare = apart.replace(DASH, '-').replace(/\p{P}+/gu, withinNumber);
  const folded = Array.from(bare, caseFolded).join('');
  // What punctuation had parted may now have to be put in order.
  return folded.trim().replace(/\s+/gu, ' ').normalize('NFKD');
}

/** 10² and 3½ would become other numbers. */
const BESIDE_SMALL_NUMBER = /(?<=\p{N})(?=\p{No})|(?<=\p{No})(?=\p{N})/gu;
const DASH = /[\p{Pd}\u2212]/gu;

/** What stays of a run of punctuation. */
function withinNumber(run: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 2), at);
  const isBeforeDigit = /^\p{N}/u.test(text.slice(at + run.length, at + run.length + 2));
  if (/\p{N}$/u.test(before)) return isBeforeDigit ? run : partOf(run, /^[%‰]/u);
  // A sign, or the point of .5, but not the last of an ellipsis.
  return isBeforeDigit && !/[\p{L}\p{M}]$/u.test(before)
    ? partOf(run.slice(-3), /(?<![.,])(?:-?[.,]|-)$/u)
    : '';
}

function partOf(run: string, pattern: RegExp): string {
  return pattern.exec(run)?.[0] ?? '';
}
