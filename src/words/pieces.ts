import { plainLetter } from './plain-letters.js';

/** What a piece of a text does to the tokens beside it. */
export type Kind =
  /** Goes on with the word that letters began; so do digits with digits. */
  | 'letter'
  | 'digit'
  /** A character of a script that parts no words by spaces: a token of its own. */
  | 'sign'
  /** Begins a Hangul syllable, as `vowel` (and what closes the syllable) goes on with it. */
  | 'jamo'
  | 'vowel'
  /** Makes another word, such as Devanagari vowels and Kana voicing. */
  | 'mark'
  /** Can be left out in plain spelling: accents, Hebrew points, tashkil, tatweel. */
  | 'accent'
  | 'symbol'
  /** Parts words, and so does a gap; but this can be seen. */
  | 'punctuation'
  | 'gap';

export interface Piece {
  readonly kind: Kind;
  readonly folded: string;
}

/** What cannot be seen and does not count: soft hyphens, joiners, variation selectors, bidi marks. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Marks of scripts that can do without, and those of all scripts, but for Kana voicing and Grantha nukta. */
const ACCENT =
  /^[[\p{M}&&[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Inherited}]]--[\u3099\u309a\u{1133b}]]/v;
/** Tatweel, and the letters of transliteration that stand for an apostrophe or a tone (ʻ ʼ ʾ ʿ ˈ). */
const MODIFIER = /^[\u0640\u02b9-\u02d1\u02ec\u02ee]/u;
/** Writing without spaces, or, as Hangul and Kana, with particles that follow without one. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Yi}\p{sc=Tangut}\p{sc=Nushu}\p{sc=Khitan_Small_Script}\p{sc=Tai_Le}\p{sc=New_Tai_Lue}\p{sc=Tai_Tham}\p{sc=Tai_Viet}\p{sc=Ahom}\p{sc=Javanese}\p{sc=Balinese}]/u;
const JAMO = /^[\u1100-\u115f\ua960-\ua97c]/u;
const VOWEL = /^[\u1160-\u11ff\ud7b0-\ud7fb]/u;
/** Symbols that are set beside words as punctuation is, or that other spellings write as punctuation. */
const LIKE_PUNCTUATION = /^[\p{Sk}|~<=>°©®\u2044\u2212\u2215]/u;
const BLANK = /^[\p{White_Space}\p{Cc}\u2800]/u;

/** In this order: the first that holds. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [BLANK, 'gap'],
  [ACCENT, 'accent'],
  [MODIFIER, 'accent'],
  [/^\p{M}/u, 'mark'],
  [/^\p{Nd}/u, 'digit'],
  [JAMO, 'jamo'],
  [VOWEL, 'vowel'],
  [/^[\p{L}\p{N}]/u, 'letter'],
  [LIKE_PUNCTUATION, 'punctuation'],
  // What Unicode does not know yet can be seen as well, and so can what it leaves to private use.
  [/^[\p{S}\p{Co}\p{Cn}]/u, 'symbol'],
];

const GAP: Piece = { kind: 'gap', folded: ' ' };
/** Texts are made of few characters, and to classify one takes long. */
const known = new Map<string, readonly Piece[]>();
const MOST_KNOWN = 20_000;

/** What a character is taken apart into; nothing if it does not count. */
export function piecesOf(character: string): readonly Piece[] {
  let pieces = known.get(character);
  if (!pieces) {
    if (known.size >= MOST_KNOWN) known.clear();
    pieces = classified(character);
    known.set(character, pieces);
  }
  return pieces;
}

function classified(character: string): Piece[] {
  const apart = character.normalize('NFKD');
  const pieces = [...apart.replace(INVISIBLE, '')].map(pieceOf);
  if (apart === character.normalize('NFD')) return pieces;
  // Half a syllable by itself (ㅋㅋ) is no part of the next one.
  if (/^\p{L}/u.test(character))
    return pieces.map((piece) => (isHangul(piece) ? { ...piece, kind: 'sign' } : piece));
  // The No of №1718 and the 1 of 3½ are words beside others.
  return /^[\p{S}\p{No}]/u.test(character) ? [GAP, ...pieces, GAP] : pieces;
}

function isHangul({ kind }: Piece): boolean {
  return kind === 'jamo' || kind === 'vowel';
}

function pieceOf(character: string): Piece {
  const kind = kinds.find(([pattern]) => pattern.test(character))?.[1] ?? 'punctuation';
  if (kind === 'digit') return { kind, folded: asciiDigit(character) };
  if (kind !== 'letter') return { kind, folded: character };
  return { kind: UNSPACED.test(character) ? 'sign' : kind, folded: plainLetter(character) };
}

/** Decimal digits stand in Unicode by tens, in order, and no two tens touch once compatibility forms are gone. */
function asciiDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let zero = at;
  while (/^\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(at - zero);
}
