import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Tells when the page comes into sight of its reader, or goes out of it. */
export class VisibilityController implements ReactiveController {
  readonly #changed: () => void;

  constructor(host: ReactiveControllerHost, changed: (isVisible: boolean) => void) {
    this.#changed = () => changed(this.isVisible);
    host.addController(this);
  }

  get isVisible(): boolean {
    return document.visibilityState === "visible";
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#changed);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#changed);
  }
}
