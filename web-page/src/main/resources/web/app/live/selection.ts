/** The first `count` in the order of `compare`, without sorting the rest: of thousands a few are shown. */
export function firstOf<T>(items: Iterable<T>, count: number, compare: (one: T, other: T) => number): T[] {
  const first: T[] = [];
  for (const item of items) {
    const last = first[count - 1];
    if (last === undefined || compare(item, last) < 0) {
      first.splice(placeFor(item, first, compare), 0, item);
      first.length = Math.min(first.length, count);
    }
  }
  return first;
}

/** After those that are equal. */
function placeFor<T>(item: T, sorted: readonly T[], compare: (one: T, other: T) => number): number {
  const place = sorted.findIndex((other) => compare(item, other) < 0);
  return place < 0 ? sorted.length : place;
}
