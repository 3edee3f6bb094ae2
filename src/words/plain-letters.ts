/**
 * Letters that Unicode does not take apart and that a plain keyboard spells otherwise: those of living Latin
 * orthographies, and the forms of Arabic letters that writers and keyboards interchange. Letters of other
 * scripts (ґ, ј, Hebrew final forms) are letters of their own and stay.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  ae: 'æ',
  b: 'ƀɓƃ',
  c: 'ƈȼ',
  d: 'đðɖɗƌ',
  e: 'əǝɛɇ',
  f: 'ƒ',
  g: 'ɠǥɣ',
  h: 'ħɦⱨ',
  i: 'ɨɩɪ',
  j: 'ɉȷ',
  k: 'ƙⱪ',
  l: 'łƚⱡ',
  n: 'ŋɲƞ',
  o: 'øɔɵ',
  oe: 'œ',
  p: 'ƥᵽ',
  // What Greenlandic has written for ĸ since 1973.
  q: 'ĸʠ',
  r: 'ɍɽ',
  s: 'ȿʃ',
  t: 'ŧƭʈⱦ',
  th: 'þ',
  u: 'ʉʊ',
  v: 'ʋ',
  w: 'ƿⱳ',
  y: 'ƴɏ',
  z: 'ƶȥʒⱬ',
  // Alef and hamza come apart by themselves (أ إ آ ؤ ئ) but for wasla.
  '\u0627': '\u0671',
  // Yeh: Farsi, maksura, barree.
  '\u064a': '\u06cc\u0649\u06d2',
  // Kaf: keheh of Persian and Urdu.
  '\u0643': '\u06a9',
  // Heh: teh marbuta at the end of words, ae, goal, doachashmee.
  '\u0647': '\u0629\u06d5\u06c1\u06be',
};

const plainOf = new Map(
  Object.entries(SPELLINGS).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain])),
);

/** Case in its widest sense, one character at a time: the final sigma of a text depends on what follows. */
export function caseFolded(character: string): string {
  // By way of upper case, because only there do ß and ss, ς and σ meet.
  return character.toLowerCase().toUpperCase().toLowerCase();
}

/** How a plain keyboard spells a letter that was taken apart before. */
export function plainLetter(letter: string): string {
  const folded = caseFolded(letter);
  return plainOf.get(folded) ?? folded;
}
