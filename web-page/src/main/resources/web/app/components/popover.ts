const GAP = 4;

/** Under the anchor, or above it where there is no room; always within the window. */
export function placeBeside(box: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const isBelow = at.bottom + GAP + height <= innerHeight || at.top < height;
  const top = isBelow ? at.bottom + GAP : at.top - GAP - height;
  box.style.left = `${Math.max(GAP, Math.min(at.right - width, innerWidth - width - GAP))}px`;
  box.style.top = `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`;
}
