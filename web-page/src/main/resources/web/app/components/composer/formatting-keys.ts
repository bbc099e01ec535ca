import { continued, indented, isAddress, isInCode, linked, MARKERS, tableOf, toggled, type Writing } from "../../live/formatting.ts";

/** What a key with Ctrl or Cmd puts around the selection. */
const MARKER_OF: Readonly<Record<string, string>> = {
  b: MARKERS.strong,
  i: MARKERS.emphasis,
  e: MARKERS.code,
  "shift+x": MARKERS.deleted,
};

/** What a key makes of the text; null where it has nothing to do with formatting. */
export function formattedBy(event: KeyboardEvent, writing: Writing): Writing | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  if ((ctrlKey || metaKey) && !altKey) {
    return markedBy(`${shiftKey ? "shift+" : ""}${letterOf(event)}`, writing);
  }
  if (event.key === "Tab" && !altKey && isInCode(writing)) {
    return indented(writing, shiftKey);
  }
  return null;
}

/** Without a selection Ctrl+K is for places. */
function markedBy(keys: string, writing: Writing): Writing | null {
  if (keys === "k" && writing.from !== writing.to) {
    return linked(writing);
  }
  const marker = MARKER_OF[keys];
  return marker === undefined ? null : toggled(writing, marker);
}

/** On a keyboard of another script the place of the key tells. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, "").toLowerCase();
}

/** What a new line makes of the text. */
export function withNewLine(writing: Writing): Writing {
  const { text, from, to } = writing;
  return continued(writing) ?? { text: `${text.slice(0, from)}\n${text.slice(to)}`, from: from + 1, to: from + 1 };
}

/** What was copied from a spreadsheet becomes a table, an address over a selection its link; null for all else. */
export function pasted(data: DataTransfer | null, writing: Writing): Writing | null {
  const text = data?.getData("text/plain") ?? "";
  const { from, to } = writing;
  if (from !== to && isAddress(text) && !isAddress(writing.text.slice(from, to))) {
    return linked(writing, text.trim());
  }
  const table = /<table/i.test(data?.getData("text/html") ?? "") ? tableOf(text) : null;
  if (table === null) {
    return null;
  }
  const before = writing.text.slice(0, from);
  const made = `${before === "" || before.endsWith("\n") ? "" : "\n"}${table}\n`;
  const end = from + made.length;
  return { text: before + made + writing.text.slice(to), from: end, to: end };
}
