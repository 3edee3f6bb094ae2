/** By way of upper case, because only there do letters such as ß and ss meet. */
function caseFolded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/**
 * A quote as it is compared with others (rule 2.6.19): compatibility forms, case and punctuation make no
 * difference, nor does white space but for parting words. Marks do: they make other words.
 */
export function normalizedQuote(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{P}/gu, '');
  return caseFolded(bare).trim().replace(/\s+/gu, ' ');
}

/**
 * The words of a text as search knows them, in order: without case and marks. All that is neither letter nor
 * digit parts words, so that "Jong-un" and "Jong Un" are the same two.
 */
export function wordsIn(text: string): string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return caseFolded(bare).match(/[\p{L}\p{N}]+/gu) ?? [];
}
