import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What the keys do, wherever the focus is. */
export interface Shortcuts {
  /** Ctrl+K, or Cmd+K. */
  find(): void;
  /** Alt and an arrow: 1 for the next conversation, -1 for the one before. */
  step(by: 1 | -1): void;
  /** Ctrl+/, or Cmd+/. */
  help(): void;
}

export class ShortcutController implements ReactiveController {
  readonly #pressed: (event: KeyboardEvent) => void;

  constructor(host: ReactiveControllerHost, shortcuts: Shortcuts) {
    this.#pressed = (event) => {
      const run = meaningOf(event, shortcuts);
      if (run !== null) {
        event.preventDefault();
        run();
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

function meaningOf(event: KeyboardEvent, shortcuts: Shortcuts): (() => void) | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const hasCommand = ctrlKey || metaKey;
  if (hasCommand && !altKey && key.toLowerCase() === "k" && !shiftKey) {
    return () => shortcuts.find();
  }
  // On some keyboards the slash needs Shift.
  if (hasCommand && !altKey && key === "/") {
    return () => shortcuts.help();
  }
  if (altKey && !hasCommand && !shiftKey && (key === "ArrowDown" || key === "ArrowUp")) {
    return () => shortcuts.step(key === "ArrowDown" ? 1 : -1);
  }
  return null;
}
