/**
 * What a JSON value takes, roughly, in characters: by its texts and its fields, without writing it as JSON, which
 * would cost as much again.
 */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + weightOf(item), 2);
  if (typeof value !== 'object' || value === null) return 4;
  return Object.entries(value).reduce((sum, [name, held]) => sum + name.length + 4 + weightOf(held), 2);
}
