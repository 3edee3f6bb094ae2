import type { Shown } from './page.js';

/** What stands for all that a page leaves out. */
const LEFT_OUT = '…';

/** Where an answer is not what the page shows: a sentence each, none when it is. */
export function differences({ form, text }: Shown, answer: string): readonly string[] {
  if (form === 'json') return compare(jsonPattern(text), parsed(answer), 'the answer');
  const isShown = textPattern(text).test(`${answer.replaceAll('\r', '').trimEnd()}\n`);
  return isShown ? [] : [`shown:\n${text}\nanswered:\n${answer}`];
}

/** A line of its own stands for any lines, and within a line for anything in it. */
function textPattern(text: string): RegExp {
  const lines = text
    .split('\n')
    .map((line) => (line.trim() === LEFT_OUT ? '(?:.*\\n)*' : `${inLine(line.trimEnd())}[ \\t]*\\n`));
  return new RegExp(`^${lines.join('')}$`);
}

function inLine(text: string): string {
  return text
    .split(LEFT_OUT)
    .map((part) => RegExp.escape(part))
    .join('.*');
}

/** JSON in which `…` may stand for the rest of an object, for items of a list, for a value or a part of a text. */
function jsonPattern(text: string): unknown {
  const json = text.replace(
    /("(?:[^"\\]|\\.)*")|((?<!:\s*)…(?=\s*\}))|…/g,
    (_token, quoted?: string, member?: string) =>
      quoted ?? (member === undefined ? `"${LEFT_OUT}"` : `"${LEFT_OUT}":null`),
  );
  return JSON.parse(json);
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return answer;
  }
}

function compare(shown: unknown, is: unknown, path: string): readonly string[] {
  if (shown === LEFT_OUT) return [];
  if (Array.isArray(shown) && Array.isArray(is)) return compareLists(shown, is, path);
  if (isObject(shown) && isObject(is)) return compareObjects(shown, is, path);
  const isShown = typeof shown === 'string' ? isLike(shown, is) : shown === is;
  if (isShown) return [];
  return [`${path} is shown as ${JSON.stringify(shown)} and is ${JSON.stringify(is)}`];
}

function isLike(shown: string, is: unknown): boolean {
  return typeof is === 'string' && new RegExp(`^${inLine(shown)}$`, 's').test(is);
}

function compareObjects(shown: Fields, is: Fields, path: string): readonly string[] {
  const { [LEFT_OUT]: leftOut, ...fields } = shown;
  const notShown =
    leftOut === undefined ? Object.keys(is).filter((name) => !Object.hasOwn(fields, name)) : [];
  return [
    ...Object.entries(fields).flatMap(([name, field]) => compare(field, is[name], `${path}.${name}`)),
    ...notShown.map((name) => `${path}.${name} is there, and not shown`),
  ];
}

/** After `…` an item may come anywhere later. */
function compareLists(shown: readonly unknown[], is: readonly unknown[], path: string): readonly string[] {
  const [first, ...rest] = shown;
  if (first === undefined) return is.length === 0 ? [] : [`${path} has ${is.length} more than are shown`];
  if (first !== LEFT_OUT) {
    return [...compare(first, is[0], `${path}.0`), ...compareLists(rest, is.slice(1), `${path} after that`)];
  }
  if (rest.length === 0) return [];
  const next = is.findIndex((item) => compare(rest[0], item, path).length === 0);
  if (next < 0) return [`${path} holds nothing like ${JSON.stringify(rest[0])}`];
  return compareLists(rest, is.slice(next), `${path} later on`);
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
