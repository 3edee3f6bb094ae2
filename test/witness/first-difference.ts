/** Enough to see what it is, little enough to read. */
const SHOWN = 300;

/**
 * Where two values first differ, and how, in a few lines; undefined where they are the same to the byte, as JSON
 * is written.
 */
export function firstDifference(expected: unknown, actual: unknown): string | undefined {
  if (JSON.stringify(expected) === JSON.stringify(actual)) return undefined;
  return differenceAt('', expected, actual) ?? 'the same values, their fields in another order';
}

function differenceAt(path: string, expected: unknown, actual: unknown): string | undefined {
  if (typeof expected === 'string' && typeof actual === 'string') return inTexts(path, expected, actual);
  if (isObject(expected) && isObject(actual) && Array.isArray(expected) === Array.isArray(actual))
    return inFields(path, expected, actual);
  return expected === actual ? undefined : told(path, expected, actual);
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function inFields(path: string, expected: Fields, actual: Fields): string | undefined {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const found = differenceAt(`${path}.${name}`, expected[name], actual[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Calendars and lines are long texts: what is shown begins shortly before the first character that differs. */
function inTexts(path: string, expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined;
  let same = 0;
  while (expected[same] === actual[same]) same++;
  const from = Math.max(0, same - SHOWN / 3);
  const where = from === 0 ? path : `${path} (from character ${from} on)`;
  return told(where, expected.slice(from), actual.slice(from));
}

function told(path: string, expected: unknown, actual: unknown): string {
  return `at ${path || 'the root'}:\n  - ${shown(expected)}\n  + ${shown(actual)}`;
}

function shown(value: unknown): string {
  // JSON has no word for what is missing.
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
