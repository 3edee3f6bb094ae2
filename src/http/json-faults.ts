/** A text, with the colon that makes a key of it; a number; or what opens, parts and closes lists and objects. */
const TOKENS = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|-?\d[\d.eE+-]*|[{}[\],]/gs;

/** An object or a list that is open: where in it the reader stands, and which keys the object has had. */
interface Open {
  readonly keys: Set<string> | undefined;
  place: string | number;
}

/**
 * Whether the value of a JSON text may lack something that the text says; false is certain. Costs a fraction of
 * finding out what it is: keys are counted here and there, and only long numbers and escapes are looked at twice.
 */
export function mayLose(text: string, value: unknown): boolean {
  if (text.includes('\\u')) return true;
  let keys = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfText(text, i);
    else if (code === COLON) keys += 1;
    else if (isInUnusualNumber(code, text, i)) return true;
  }
  return keys !== keysIn(value);
}

const [QUOTE, COLON, BACKSLASH, E] = [0x22, 0x3a, 0x5c, 0x65];
/** The bit that tells a small letter from a capital one. */
const LOWER = 0x20;
/** A number of fewer characters is kept to the last digit. */
const LONG_NUMBER = 15;

/** Of more digits than are surely kept, or with an exponent. */
function isInUnusualNumber(code: number, text: string, i: number): boolean {
  if (isDigit(code)) return isDigit(text.charCodeAt(i + LONG_NUMBER));
  return (code | LOWER) === E && isDigit(text.charCodeAt(i - 1));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Where the text that begins at a quotation mark ends. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
}

/** Without recursion: a body may be nested more deeply than the stack is. */
function keysIn(value: unknown): number {
  let keys = 0;
  const left = [value].filter(isHolder);
  for (let holder = left.pop(); holder; holder = left.pop()) {
    const held: unknown[] = Array.isArray(holder) ? holder : Object.values(holder);
    if (!Array.isArray(holder)) keys += held.length;
    for (const one of held) if (isHolder(one)) left.push(one);
  }
  return keys;
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * The first thing that a JSON text says and that would not come out of it as it was said, in words that name its
 * field; undefined where there is none. Linear in the text, which is JSON.
 */
export function faultInJson(text: string): string | undefined {
  const open: Open[] = [];
  for (const { 0: token, 1: characters, 2: colon } of text.matchAll(TOKENS)) {
    const fault =
      characters === undefined
        ? faultOfMark(token, open)
        : faultOfText(token, characters, colon !== undefined, open);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfText(
  token: string,
  characters: string,
  isKey: boolean,
  open: readonly Open[],
): string | undefined {
  // Most texts have no escape, and stand for themselves.
  const said = characters.includes('\\') ? textOf(token) : characters;
  const inside = open.at(-1);
  if (isKey && inside?.keys) {
    const isRepeated = inside.keys.has(said);
    inside.keys.add(said);
    inside.place = said;
    if (isRepeated)
      return `The field ${pathOf(open)} is given more than once; one of its values would be lost.`;
  }
  if (said.isWellFormed()) return undefined;
  return `The text at ${pathOf(open)} holds half of a surrogate pair, which is no character.`;
}

function textOf(token: string): string {
  // The token is that of a text, without the colon that may follow it.
  return JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)) as string;
}

function faultOfMark(token: string, open: Open[]): string | undefined {
  switch (token) {
    case '{':
      open.push({ keys: new Set(), place: '' });
      return undefined;
    case '[':
      open.push({ keys: undefined, place: 0 });
      return undefined;
    case '}':
    case ']':
      open.pop();
      return undefined;
    case ',':
      moveOn(open.at(-1));
      return undefined;
    default:
      return isKept(token) ? undefined : `The number ${shortened(token)} at ${pathOf(open)} ${LOST}`;
  }
}

const LOST = 'has more digits than can be kept; give it as a text, or with fewer digits.';

function moveOn(inside: Open | undefined): void {
  if (typeof inside?.place === 'number') inside.place += 1;
}

/** Whether a number comes out as it went in: the digits that are written are the digits that are kept. */
function isKept(token: string): boolean {
  if (token.length <= 15 && !/[eE]/.test(token)) return true;
  const value = Number(token);
  if (!Number.isFinite(value)) return false;
  return digitsOf(token) === digitsOf(String(value));
}

/** Significant digits and the power of ten of the first, the same for all spellings of a number. */
function digitsOf(number: string): string {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const all = `${whole}${fraction}`;
  const significant = all.replace(/^0+/, '');
  const power = Number(exponent) + whole.length - (all.length - significant.length);
  const digits = significant.replace(/0+$/, '');
  return digits === '' ? '0' : `${digits}e${power}`;
}

function pathOf(open: readonly Open[]): string {
  const path = shortened(open.map(({ place }) => String(place)).join('.'));
  return path === '' ? 'the beginning' : `"${path}"`;
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100)}…`;
}
