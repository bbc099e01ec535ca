import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Ctrl+K, or Cmd+K, wherever the focus is. */
export class FindShortcut implements ReactiveController {
  readonly #pressed: (event: KeyboardEvent) => void;

  constructor(host: ReactiveControllerHost, find: () => void) {
    this.#pressed = (event) => {
      if (isFind(event)) {
        event.preventDefault();
        find();
      }
    };
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("keydown", this.#pressed);
  }

  hostDisconnected(): void {
    removeEventListener("keydown", this.#pressed);
  }
}

function isFind({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
