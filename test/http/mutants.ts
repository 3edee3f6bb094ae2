/** A body with one change, and the change in words. */
export interface Mutant {
  readonly change: string;
  readonly body: unknown;
}

type Path = readonly string[];

/** In place of what stands there. */
const REPLACEMENTS: readonly unknown[] = [null, 7, true, '', 'Not what belongs here!', [], {}, [null], [[]]];

/**
 * Texts whose shape a pattern does not tell: days that a calendar has, zones that exist, addresses of the web.
 * A schema takes any text there.
 */
const SAID_IN_WORDS = /(^|\.)(occurredAt|disclosedAt|deadline|when|timeZone|url|from|to)$/;

/** Free to hold anything: what a patch of a record holds is judged with the record. */
const FREE = /^data\.patch\.(data|occurredAt|disclosedAt)\b./;

/** Everything that can be told of one place in a body: without it, with something else there, with something more. */
export function mutantsOf(body: object): Mutant[] {
  return placesIn(body, []).flatMap((path) => {
    const name = path.join('.');
    if (FREE.test(name)) return [];
    const replaced = REPLACEMENTS.filter((value) => typeof value !== 'string' || !SAID_IN_WORDS.test(name));
    return [
      ...(path.length > 0 ? [{ change: `without ${name}`, body: changed(body, path, undefined) }] : []),
      ...(path.length > 0 ? replaced : []).map((value) => ({
        change: `${name} is ${JSON.stringify(value)}`,
        body: changed(body, path, value),
      })),
      ...(isObject(at(body, path))
        ? [{ change: `${name}.mood is told`, body: changed(body, [...path, 'mood'], 'bad') }]
        : []),
    ];
  });
}

function placesIn(value: unknown, path: Path): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([name, held]) => placesIn(held, [...path, name]))];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(body: object, path: Path): unknown {
  return path.reduce<unknown>((holder, name) => Reflect.get(holder as object, name), body); // a place in the body
}

function changed(body: object, path: Path, value: unknown): unknown {
  const copy = structuredClone(body);
  const name = path.at(-1) ?? '';
  const holder = at(copy, path.slice(0, -1)) as object; // a place in the body
  if (value !== undefined) Reflect.set(holder, name, value);
  else if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else Reflect.deleteProperty(holder, name);
  return copy;
}
