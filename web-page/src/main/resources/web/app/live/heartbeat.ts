import type { Cancel, Clock } from "./clock.ts";

/** A server that is there answers a question within this, a busy one too. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Notices a server that went silent, which TCP may not tell for many minutes: asks after one interval of
 * silence, or at once when something hints at it, and gives up where no answer comes.
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
      this.#cancel = this.#clock.after(this.#intervalMs, () => this.#askWithin(this.#intervalMs));
    }
  }

  /** The device may have slept, or changed its network: a connection that looks open may be dead. */
  askNow(): void {
    if (this.#intervalMs > 0) {
      this.#cancel();
      this.#askWithin(ANSWER_WITHIN_MS);
    }
  }

  stop(): void {
    this.#intervalMs = 0;
    this.#cancel();
  }

  #askWithin(milliseconds: number): void {
    this.#cancel = this.#clock.after(milliseconds, this.#giveUp);
    this.#ask();
  }
}
