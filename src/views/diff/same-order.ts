/** A longest run of what two lists hold in the same order: what need not move to get from one to the other. */
export function inSameOrder(first: readonly string[], second: readonly string[]): ReadonlySet<string> {
  const places = new Map(second.map((key, index) => [key, index]));
  const placeOf = (key: string | undefined) => (key === undefined ? -1 : (places.get(key) ?? -1));
  // Patience sorting: `ends[n]` is the key at which a run of n + 1 ends soonest, `previous` leads back from it.
  const ends: string[] = [];
  const previous = new Map<string, string | undefined>();
  for (const key of first.filter((one) => places.has(one))) {
    const length = firstFrom(ends.length, (n) => placeOf(ends[n]) >= placeOf(key));
    previous.set(key, ends[length - 1]);
    ends[length] = key;
  }
  const run = new Set<string>();
  for (let key = ends.at(-1); key !== undefined; key = previous.get(key)) run.add(key);
  return run;
}

/** The first n below `end` for which a test holds that, once it holds, holds for all after; else `end`. */
function firstFrom(end: number, holds: (n: number) => boolean): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
