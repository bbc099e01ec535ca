interface Placed {
  readonly seq: number;
}

/** Of the first one at `seq` or after it; they are in the order of `seq`. */
export function indexOf(sorted: readonly Placed[], seq: number): number {
  if (seq > (sorted.at(-1)?.seq ?? 0)) {
    return sorted.length;
  }
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.seq ?? 0) < seq) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** With the item in its place; where one is there already, it stays unless `replaces`. */
export function withItem<T extends Placed>(sorted: readonly T[], item: T, replaces: boolean): readonly T[] {
  const index = indexOf(sorted, item.seq);
  const isThere = sorted[index]?.seq === item.seq;
  if (isThere && !replaces) {
    return sorted;
  }
  return sorted.toSpliced(index, isThere ? 1 : 0, item);
}

export function withoutItem<T extends Placed>(sorted: readonly T[], seq: number): readonly T[] {
  const index = indexOf(sorted, seq);
  return sorted[index]?.seq === seq ? sorted.toSpliced(index, 1) : sorted;
}
