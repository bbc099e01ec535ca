/** What the keys on a message do. */
export interface LineKeys {
  /** Enter, or the key for a context menu. */
  menu(line: HTMLElement): void;
  /** `+`. */
  react(line: HTMLElement): void;
  /** `e`. */
  edit(line: HTMLElement): void;
}

/**
 * Arrows go from message to message: from the list to the last one that is on the screen, and from one to the
 * next.
 */
export function lineKey(event: KeyboardEvent, box: HTMLElement, keys: LineKeys): void {
  const target = event.composedPath()[0] as HTMLElement;
  const isInside = target !== box && !target.matches("article");
  if (isInside || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const run = meaningOf(event, target, box, keys);
  if (run !== null) {
    event.preventDefault();
    run();
  }
}

function meaningOf(event: KeyboardEvent, target: HTMLElement, box: HTMLElement, keys: LineKeys): (() => void) | null {
  const lines = [...box.querySelectorAll<HTMLElement>("article.stored")];
  if (target === box) {
    return event.key === "ArrowUp" ? () => lastOnScreen(lines, box)?.focus() : null;
  }
  switch (event.key) {
    case "ArrowUp":
      return () => lines[lines.indexOf(target) - 1]?.focus();
    case "ArrowDown":
      return () => (lines[lines.indexOf(target) + 1] ?? box).focus();
    case "Enter":
    case "ContextMenu":
      return () => keys.menu(target);
    case "+":
      return () => keys.react(target);
    case "e":
      return () => keys.edit(target);
    case "Escape":
      return () => box.focus();
    default:
      return null;
  }
}

function lastOnScreen(lines: readonly HTMLElement[], box: HTMLElement): HTMLElement | undefined {
  const { bottom } = box.getBoundingClientRect();
  return lines.findLast((line) => line.getBoundingClientRect().top < bottom);
}
