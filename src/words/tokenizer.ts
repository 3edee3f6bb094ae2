import { piecesOf, type Kind, type Piece } from './pieces.js';

/** A word, or a character of a script without spaces, or a symbol: what the index, queries and hits know. */
export interface Token {
  /** What it is equal by; compatibility forms, case and accents are gone. Never empty, and without white space. */
  readonly folded: string;
  /** Half-open, in UTF-16 code units of the text. */
  readonly from: number;
  readonly to: number;
}

/**
 * The tokens of a text, in order. They do not depend on what surrounds the text, and what parts words may part
 * texts: the tokens of "a b" are those of "a" and of "b". Texts that are canonically equivalent have the same.
 */
export function wordsIn(text: string): Token[] {
  return tokensBy(text, (piece) => piece);
}

/** The words of a text; of one without, such as "?!", whatever can be seen. */
export function tokensOf(text: string): Token[] {
  const words = wordsIn(text);
  return words.length > 0 ? words : visibleIn(text);
}

/** Punctuation and accents as tokens too. */
export function visibleIn(text: string): Token[] {
  return tokensBy(text, (piece) => {
    if (piece.kind === 'punctuation') return { ...piece, kind: 'symbol' };
    return piece.kind === 'accent' ? { ...piece, kind: 'mark' } : piece;
  });
}

function tokensBy(text: string, seen: (piece: Piece) => Piece): Token[] {
  const row = new TokenRow();
  let from = 0;
  // A lone surrogate is stored and found as U+FFFD.
  for (const character of text.toWellFormed()) {
    const to = from + character.length;
    for (const piece of piecesOf(character)) row.add(seen(piece), from, to);
    from = to;
  }
  return row.finished();
}

interface OpenToken {
  folded: string;
  readonly kind: Kind;
  readonly from: number;
  to: number;
  /** The last of its pieces that is no mark. */
  base: string;
  /** Made of pieces that may have to be put in order and composed. */
  composite: boolean;
}

const every: ReadonlySet<Kind> = new Set<Kind>(['letter', 'digit', 'sign', 'jamo', 'mark', 'symbol']);
/** Which tokens a piece goes on with, by what they began with. Letters and digits part: No1718 is №1718. */
const goesOnWith: Partial<Record<Kind, ReadonlySet<Kind>>> = {
  letter: new Set<Kind>(['letter', 'mark']),
  digit: new Set<Kind>(['digit']),
  vowel: new Set<Kind>(['jamo']),
  mark: every,
};

/** No word is this long, and the index can hold no token that is much longer. */
const LONGEST = 500;
const BREVE = '\u0306';

class TokenRow {
  private readonly tokens: OpenToken[] = [];
  private open: OpenToken | undefined;

  add(piece: Piece, from: number, to: number): void {
    if (piece.kind === 'gap' || piece.kind === 'punctuation') this.open = undefined;
    else if (piece.kind === 'accent') this.accent(piece, from, to);
    else if (this.open && goesOn(this.open, piece)) append(this.open, piece, to);
    else this.begin(piece, from, to);
  }

  finished(): Token[] {
    return this.tokens.map(({ folded, composite, from, to }) => ({
      folded: composite ? folded.normalize('NFC') : folded,
      from,
      to,
    }));
  }

  private accent(piece: Piece, from: number, to: number): void {
    if (!this.open) return;
    // й is another letter than и and no accent makes it (мой, мои), while ё and stress are often left out.
    if (piece.folded === BREVE && this.open.base === 'и') this.add({ ...piece, kind: 'mark' }, from, to);
    else this.open.to = to;
  }

  private begin({ kind, folded }: Piece, from: number, to: number): void {
    const began = kind === 'vowel' ? 'jamo' : kind;
    this.open = { folded, kind: began, from, to, base: folded, composite: false };
    this.tokens.push(this.open);
  }
}

function goesOn(open: OpenToken, { kind }: Piece): boolean {
  return open.folded.length < LONGEST && (goesOnWith[kind]?.has(open.kind) ?? false);
}

function append(open: OpenToken, { kind, folded }: Piece, to: number): void {
  open.folded += folded;
  open.to = to;
  if (kind === 'mark' || kind === 'vowel') open.composite = true;
  if (kind !== 'mark') open.base = folded;
}
