import type { ReactiveController, ReactiveControllerHost } from "lit";
import { isSameDay } from "../live/days.ts";

/** Short enough for whoever looks at midnight; a longer timer would miss sleep, and clocks that are set. */
const LOOK_EVERY_MS = 15_000;

/** Has its host shown anew when another day begins: "Today" is "Yesterday" then. */
export class DayController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lookedAt = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = Date.now();
    if (!isSameDay(this.#lookedAt, now)) {
      this.#host.requestUpdate();
    }
    this.#lookedAt = now;
  }
}
