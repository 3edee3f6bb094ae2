/**
 * A position has one spelling, or it could not be compared, and no more digits than surely fit into the signed 64
 * bits of every engine.
 */
export const POSITION = /^(?:0|[1-9]\d{0,17})$/;

/** Whether a text is a position of some ledger; whether it is one of this ledger, only the ledger knows. */
export function isPosition(text: string): boolean {
  return POSITION.test(text);
}

/** Negative when `a` comes before `b` in the order of the ledger. Positions have no leading zeros. */
export function comparePositions(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
