type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A When, known by the one field that every When has and nothing else in the language does. */
function isWhen(value: unknown): value is Json {
  return isObject(value) && 'precision' in value;
}

/**
 * JSON merge patch, RFC 7396: what the patch holds replaces, null removes, objects are merged. The one
 * exception is a When, see `patchWhen`.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  if (isWhen(target) || isWhen(patch)) return patchWhen(target, patch);
  const before: Json = isObject(target) ? target : {};
  const untouched = Object.entries(before).filter(([key]) => !Object.hasOwn(patch, key));
  const touched = Object.entries(patch)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [key, mergePatch(before[key], value)] as const);
  return Object.fromEntries([...untouched, ...touched]);
}

const UNBOUNDED: ReadonlySet<string> = new Set(['from', 'to', 'timeZone']);

/** As `mergePatch`, but null keeps its meaning in a When: an unbounded end, an unknown place. */
export function patchWhen(when: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = { ...(isObject(when) && when), ...patch };
  return Object.fromEntries(
    Object.entries(merged).filter(([key, value]) => value !== null || UNBOUNDED.has(key)),
  );
}
