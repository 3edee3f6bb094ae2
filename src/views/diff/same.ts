/** Whether two values are the same JSON, with the same order of fields. Parts that are one object cost nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return isAlike(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

/** Tells at once that most values are the same; of what it takes for different, the text decides. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isAlike(item, b[i]));
  const [fieldsA, fieldsB] = [Object.entries(a), Object.entries(b)];
  return (
    fieldsA.length === fieldsB.length &&
    fieldsA.every(([field, value], i) => fieldsB[i]?.[0] === field && isAlike(value, fieldsB[i][1]))
  );
}
