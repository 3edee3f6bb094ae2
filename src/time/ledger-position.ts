/** Negative when `a` comes before `b` in the order of the ledger. Positions have no leading zeros. */
export function comparePositions(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
