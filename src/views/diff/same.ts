type Composite = Readonly<Record<string, unknown>> | readonly unknown[];

/** Whether two values are the same JSON, with the same order of fields. Parts that are one object cost nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return isComposite(a) && isComposite(b) && (isAlike(a, b) || JSON.stringify(a) === JSON.stringify(b));
}

/** Tells at once that most values are the same; of what it takes for different, the text decides. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isComposite(a) || !isComposite(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const [fields, others] = [Object.keys(a), Object.keys(b)];
  const [valuesA, valuesB] = [Object.values(a), Object.values(b)];
  return (
    fields.length === others.length &&
    fields.every((field, i) => field === others[i] && isAlike(valuesA[i], valuesB[i]))
  );
}

function isComposite(value: unknown): value is Composite {
  return typeof value === 'object' && value !== null;
}
