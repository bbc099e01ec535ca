import type { Cancel, Clock } from "./clock.ts";

/**
 * Notices a server that went silent, which TCP may not tell for many minutes: asks after one
 * interval of silence and gives up after another.
 */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #ask: () => void;
  readonly #giveUp: () => void;
  #intervalMs = 0;
  #cancel: Cancel = () => {};

  constructor(clock: Clock, ask: () => void, giveUp: () => void) {
    this.#clock = clock;
    this.#ask = ask;
    this.#giveUp = giveUp;
  }

  start(intervalMs: number): void {
    this.#intervalMs = intervalMs;
    this.heard();
  }

  heard(): void {
    this.#cancel();
    if (this.#intervalMs > 0) {
      this.#cancel = this.#clock.after(this.#intervalMs, () => this.#askOnce());
    }
  }

  stop(): void {
    this.#intervalMs = 0;
    this.#cancel();
  }

  #askOnce(): void {
    this.#cancel = this.#clock.after(this.#intervalMs, this.#giveUp);
    this.#ask();
  }
}
