import { t } from "../../texts/texts.ts";

/**
 * The text of several selected messages, each under the name of who wrote it and the time; null where the
 * selection is within one: then the browser's own is right.
 */
export function copiedLines(box: HTMLElement, range: Range): string | null {
  const lines = [...box.querySelectorAll("article")].filter((line) => range.intersectsNode(line));
  if (lines.length < 2) {
    return null;
  }
  const parts = lines.map((line, index) => `${headOf(line, lines[index - 1])}${selectedIn(line, range)}`);
  return parts.join("\n");
}

/** Above the first line of a group, and of all. */
function headOf(line: HTMLElement, before: HTMLElement | undefined): string {
  if (before?.parentElement === line.parentElement) {
    return "";
  }
  const name = line.parentElement?.querySelector("h3 bdi")?.textContent ?? "";
  const time = line.querySelector("time")?.textContent ?? "";
  return `${before === undefined ? "" : "\n"}${t.messages.copied(name, time)}\n`;
}

function selectedIn(line: HTMLElement, selected: Range): string {
  const text = line.querySelector(".text");
  if (text === null) {
    return "";
  }
  const range = document.createRange();
  range.selectNodeContents(text);
  if (text.contains(selected.startContainer)) {
    range.setStart(selected.startContainer, selected.startOffset);
  }
  if (text.contains(selected.endContainer)) {
    range.setEnd(selected.endContainer, selected.endOffset);
  }
  return textOf(range.cloneContents()).replace(/\n+$/, "");
}

/** What stands on lines of its own. */
const BLOCKS = "p, li, pre, tr, blockquote, ul, ol, table";

/** As somebody would type it: each block on a line of its own, the cells of a table apart. */
function textOf(node: Node): string {
  const text = [...node.childNodes].map((child) => (child instanceof Text ? child.data : textOf(child))).join("");
  if (node instanceof Element && node.matches("th, td")) {
    return `${text}\t`;
  }
  return node instanceof Element && node.matches(BLOCKS) && !text.endsWith("\n") ? `${text.trimEnd()}\n` : text;
}

/** What a selection says of itself where the browser knows selections in shadow roots. */
type ComposedRanges = Partial<Pick<Selection, "getComposedRanges">>;

/** What is selected inside of a shadow root; null where nothing is. */
export function rangeIn(root: ShadowRoot): Range | null {
  const own = (root as ShadowRoot & { getSelection?(): Selection | null }).getSelection?.();
  const selection = own ?? document.getSelection();
  const composed = (selection as ComposedRanges | null)?.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (composed === undefined) {
    return selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  }
  const range = document.createRange();
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}
