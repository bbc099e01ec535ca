/** A text with what is selected in it; the same twice where nothing is. */
export interface Writing {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What stands before and after the selection in Markdown. */
export const MARKERS = { strong: "**", emphasis: "*", deleted: "~~", code: "`" } as const;

/** Puts the markers around the selection, or takes them away where they are. */
export function toggled({ text, from, to }: Writing, marker: string): Writing {
  const [before, chosen, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const size = marker.length;
  if (isMarked(before, marker, "end") && isMarked(after, marker, "start")) {
    return { text: before.slice(0, -size) + chosen + after.slice(size), from: from - size, to: to - size };
  }
  const inner = chosen.slice(size, -size);
  if (chosen.length > 2 * size && isMarked(chosen, marker, "start") && isMarked(chosen, marker, "end")) {
    return { text: before + inner + after, from, to: from + inner.length };
  }
  // Spaces at the edge would keep the markers from having a meaning.
  const [, lead = "", core = "", trail = ""] = /^(\s*)([^]*?)(\s*)$/.exec(chosen) ?? [];
  const start = from + lead.length + size;
  return { text: `${before}${lead}${marker}${core}${marker}${trail}${after}`, from: start, to: start + core.length };
}

/** Exactly this marker: the two stars of strong are not one of emphasis, but three are both. */
function isMarked(text: string, marker: string, at: "start" | "end"): boolean {
  const sign = marker.charAt(0);
  const signs = at === "start" ? text : [...text].reverse().join("");
  let count = 0;
  while (signs.charAt(count) === sign) {
    count++;
  }
  return sign === "*" ? count === 3 || count === marker.length : count >= marker.length;
}

/** A link with the selection as its name; the address is what is to be written next, unless it is given. */
export function linked({ text, from, to }: Writing, address = ""): Writing {
  const name = text.slice(from, to);
  const made = `[${name}](${address})`;
  const place = name === "" ? from + 1 : from + made.length - 1;
  const end = address === "" || name === "" ? place : place + 1;
  return { text: text.slice(0, from) + made + text.slice(to), from: end, to: end };
}

const ITEM = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))( \[[ xX]\])?([ \t]+)/;
const QUOTE = /^(?:>[ \t]?)+/;

/**
 * A new line that goes on with the list or quote of the one before; null where there is none. In an item
 * without text it ends the list.
 */
export function continued(writing: Writing): Writing | null {
  const { text, from, to } = writing;
  const begin = text.lastIndexOf("\n", from - 1) + 1;
  const line = text.slice(begin, from);
  if (isInCode(writing)) {
    return null;
  }
  const head = headOf(line);
  if (head === null) {
    return null;
  }
  if (line.length === head.length && text.slice(to).split("\n", 1)[0] === "") {
    return { text: text.slice(0, begin) + text.slice(to), from: begin, to: begin };
  }
  const next = `\n${head.next}`;
  return { text: text.slice(0, from) + next + text.slice(to), from: from + next.length, to: from + next.length };
}

function headOf(line: string): { readonly length: number; readonly next: string } | null {
  const item = ITEM.exec(line);
  if (item !== null) {
    const [whole, indent = "", bullet, number, dot = "", task, space = ""] = item;
    const sign = bullet ?? `${Number(number) + 1}${dot}`;
    return { length: whole.length, next: `${indent}${sign}${task === undefined ? "" : " [ ]"}${space}` };
  }
  const [quote] = QUOTE.exec(line) ?? [];
  return quote === undefined ? null : { length: quote.length, next: quote };
}

/** Whether it begins between fences. */
export function isInCode({ text, from }: Writing): boolean {
  const fences = text.slice(0, from).match(/^ {0,3}```[^`\n]*$/gm);
  return (fences?.length ?? 0) % 2 === 1;
}

/** Two spaces at the cursor, or before each selected line; `back` takes them away. */
export function indented({ text, from, to }: Writing, back: boolean): Writing {
  if (from === to && !back) {
    return { text: `${text.slice(0, from)}  ${text.slice(to)}`, from: from + 2, to: from + 2 };
  }
  const begin = text.lastIndexOf("\n", from - 1) + 1;
  const lines = text.slice(begin, to).split("\n");
  const changed = lines.map((line) => (back ? line.replace(/^ {1,2}/, "") : `  ${line}`));
  const first = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const made = changed.join("\n");
  return {
    text: text.slice(0, begin) + made + text.slice(to),
    from: Math.max(begin, from + first),
    to: begin + made.length,
  };
}

/** The cells of a spreadsheet as a table; null for other texts. */
export function tableOf(pasted: string): string | null {
  const rows = pasted
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 2 || rows.some((row) => row.length !== width)) {
    return null;
  }
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.trim().replace(/[\\|]/g, "\\$&")).join(" | ")} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(head.map(() => "---")), ...others.map(line)].join("\n");
}

/** Whether a text is one address, and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s()<>"]+$/i.test(text.trim());
}

/** A part of a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The beginning of an emoji's name at the cursor, such as `:thu`; its text is what follows the colon. */
export function emojiWordAt(writing: Writing): Span | null {
  const { text, from, to } = writing;
  const [, word] = /(?:^|[\s(])(:[\p{L}\p{N}_+-]{2,30})$/u.exec(text.slice(0, from)) ?? [];
  if (from !== to || word === undefined || isInCode(writing)) {
    return null;
  }
  return { from: from - word.length, to: from, text: word.slice(1).replace(/_/g, " ") };
}

/** With other words for a part of it, and the cursor behind them. */
export function replaced({ text }: Writing, part: Span, words: string): Writing {
  const end = part.from + words.length;
  return { text: text.slice(0, part.from) + words + text.slice(part.to), from: end, to: end };
}
