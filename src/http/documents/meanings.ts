import written from './meanings.json' with { type: 'json' };

/** What fields mean, by `Class.field` or, where it is the same everywhere, by the field alone. */
export type Meanings = Readonly<Record<string, string>>;

/**
 * What a field means; undefined where nothing says it.
 * @param owners the names of its class and of those that this one extends, the nearest first
 * @param meanings written by `npm run docs`, from the comments above fields and from its glossary
 */
export function meaningOf(
  owners: readonly string[],
  field: string,
  meanings: Meanings = written,
): string | undefined {
  const own = owners.map((owner) => `${owner}.${field}`).find((key) => Object.hasOwn(meanings, key));
  return meanings[own ?? field];
}

/** The names of a class and of those that it extends, the nearest first. */
export function ownersOf(type: new () => object): readonly string[] {
  const owners: string[] = [];
  for (let one: unknown = type; typeof one === 'function'; one = Object.getPrototypeOf(one))
    owners.push(one.name);
  return owners;
}
