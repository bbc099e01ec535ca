import { fold } from "./folding.ts";

/** An emoji, its name, and other words for it, in one language. */
export type NamedEmoji = readonly [emoji: string, name: string, words: string];

const MOST = 120;

/** Those whose name or words begin with all that is looked for; those whose name begins with it first. */
export function findEmoji(all: readonly NamedEmoji[], wanted: string): readonly NamedEmoji[] {
  const parts = fold(wanted.trim()).split(/\s+/);
  const found = all.filter(([, name, words]) => {
    const text = ` ${fold(name)} ${fold(words)}`;
    return parts.every((part) => text.includes(` ${part}`));
  });
  const [first = ""] = parts;
  const rank = ([, name]: NamedEmoji) => (fold(name).startsWith(first) ? 0 : 1);
  return found.map((emoji, index) => ({ emoji, index })).sort((one, other) => rank(one.emoji) - rank(other.emoji) || one.index - other.index).slice(0, MOST).map(({ emoji }) => emoji);
}

/** Where a key leads in a grid with so many columns: null where it leads nowhere. */
export function stepIn(count: number, columns: number, from: number, key: string): number | null {
  const to = from + ({ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key] ?? 0);
  return to === from || to < 0 || to >= count ? null : to;
}
