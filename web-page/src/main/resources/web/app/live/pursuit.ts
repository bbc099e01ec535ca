import { retryDelay } from "./backoff.ts";
import type { Cancel, Clock } from "./clock.ts";

export type Pursued = "no" | "loading" | "failed";

/**
 * Something that has to be read from the server: tried until it succeeds, by itself after growing pauses,
 * and at once whenever somebody asks.
 */
export class Pursuit {
  readonly #attempt: () => Promise<boolean>;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #changed: () => void;
  #state: Pursued = "no";
  #running: Promise<void> = Promise.resolve();
  #failures = 0;
  #cancel: Cancel = () => {};
  #isStopped = false;

  /** @param attempt false, or rejected, where it did not succeed */
  constructor(attempt: () => Promise<boolean>, clock: Clock, random: () => number, changed: () => void) {
    this.#attempt = attempt;
    this.#clock = clock;
    this.#random = random;
    this.#changed = changed;
  }

  get state(): Pursued {
    return this.#state;
  }

  /** Begins, without waiting for the next attempt. One attempt at a time. */
  now(): Promise<void> {
    this.#isStopped = false;
    if (this.#state !== "loading") {
      this.#cancel();
      this.#become("loading");
      this.#running = this.#run();
    }
    return this.#running;
  }

  /** Begins, unless an attempt failed and the next one is due later. */
  begin(): Promise<void> {
    return this.#state === "failed" ? Promise.resolve() : this.now();
  }

  /** The next attempt, where the last one failed. */
  async again(): Promise<void> {
    if (this.#state === "failed") {
      await this.now();
    }
  }

  /** The end of the attempt that is under way. */
  settled(): Promise<void> {
    return this.#running;
  }

  /** Until {@link now}: an attempt that is under way is the last one. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  async #run(): Promise<void> {
    if (await this.#attempt().catch(() => false)) {
      this.#failures = 0;
      this.#become("no");
    } else {
      this.#retryLater();
      this.#become("failed");
    }
  }

  #retryLater(): void {
    if (!this.#isStopped) {
      this.#cancel = this.#clock.after(retryDelay(++this.#failures, this.#random), () => void this.now());
    }
  }

  #become(state: Pursued): void {
    this.#state = state;
    this.#changed();
  }
}
