/** The code of every key that an input method takes, in all browsers. */
const TAKEN = 229;

/**
 * Keeps the keys that belong to an input method (for Japanese, Chinese, Korean ...) from every key handler of
 * the page. Chrome sends such a key while `isComposing`; Safari ends the composition first, and only the key's
 * old code still tells.
 */
export function leaveKeysToInputMethods(): void {
  addEventListener("keydown", stop, { capture: true });
  addEventListener("keyup", stop, { capture: true });
}

function stop(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === TAKEN) {
    event.stopImmediatePropagation();
  }
}
