/** Places, both ends included. One that ends before it begins is empty: it says where something starts. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The ranges with one more of them: apart from each other, in order. */
export function withRange(ranges: readonly Range[], { from, to }: Range): readonly Range[] {
  const last = ranges.at(-1);
  if (last !== undefined && from >= last.from && from <= last.to + 1) {
    return to <= last.to ? ranges : [...ranges.slice(0, -1), { from: last.from, to }];
  }
  const apart = ranges.filter((range) => range.to + 1 < from || range.from > to + 1);
  const touching = ranges.filter((range) => !apart.includes(range));
  const whole = {
    from: Math.min(from, ...touching.map((range) => range.from)),
    to: Math.max(to, ...touching.map((range) => range.to)),
  };
  return [...apart, whole].sort((one, other) => one.from - other.from);
}

export function isIn(ranges: readonly Range[], place: number): boolean {
  return ranges.some(({ from, to }) => from <= place && place <= to);
}

/** What lies between the ranges, and after them up to `end`. */
export function gapsIn(ranges: readonly Range[], end: number): Range[] {
  const gaps: Range[] = [];
  let expected = ranges[0]?.from ?? 1;
  for (const { from, to } of ranges) {
    if (from > expected) {
      gaps.push({ from: expected, to: from - 1 });
    }
    expected = to + 1;
  }
  return end >= expected ? [...gaps, { from: expected, to: end }] : gaps;
}

/** Only what lies at `from` and after it. */
export function rangesFrom(ranges: readonly Range[], from: number): readonly Range[] {
  return ranges.filter((range) => range.to >= from).map((range) => ({ from: Math.max(from, range.from), to: range.to }));
}
