const touch = typeof matchMedia === "function" ? matchMedia("(hover: none) and (pointer: coarse)") : null;

/** A finger on glass: Enter has no Shift beside it, and a field in focus raises a keyboard over half the screen. */
export function isTouch(): boolean {
  return touch?.matches ?? false;
}
