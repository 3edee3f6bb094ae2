import type { When } from '../../events/index.js';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON merge patch, RFC 7396: what the patch holds replaces, null removes, objects are merged. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

const UNBOUNDED: ReadonlySet<string> = new Set(['from', 'to', 'timeZone']);

/** As `mergePatch`, but null keeps its meaning in a When: an unbounded end, an unknown place. */
export function patchWhen(when: When | undefined, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = { ...when, ...patch };
  return Object.fromEntries(
    Object.entries(merged).filter(([key, value]) => value !== null || UNBOUNDED.has(key)),
  );
}
