import type { Message } from "./message.ts";

/** So many are on the page at once, however many are loaded. */
const SIZE = 240;
const STEP = 20;

/** The part of a timeline that is on the page, and whether there is more of it above and below. */
export interface Shown {
  readonly messages: readonly Message[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/**
 * Which messages are on the page: the last ones while the reader is at the end, else those from the
 * place where the reader is. The page stays as fast with 100,000 messages as with a few.
 */
export class MessageWindow {
  /** The place of the first one; null at the end. */
  #firstSeq: number | null = null;

  of(messages: readonly Message[]): Shown {
    const start = this.#startIn(messages);
    const end = this.#firstSeq === null ? messages.length : Math.min(messages.length, start + SIZE);
    return { messages: messages.slice(start, end), hasEarlier: start > 0, hasLater: end < messages.length };
  }

  /** New messages come below from now on, and what is shown stays. */
  hold(messages: readonly Message[]): void {
    this.#firstSeq ??= this.of(messages).messages[0]?.seq ?? null;
  }

  /** False where the first of them is shown. */
  earlier(messages: readonly Message[]): boolean {
    const start = this.#startIn(messages);
    this.#firstSeq = messages[Math.max(0, start - STEP)]?.seq ?? null;
    return start > 0;
  }

  /** False where the last of them is shown. */
  later(messages: readonly Message[]): boolean {
    const { hasLater } = this.of(messages);
    if (hasLater) {
      this.#firstSeq = messages[this.#startIn(messages) + STEP]?.seq ?? null;
    }
    return hasLater;
  }

  /** The message at `seq` is shown, with some before it. */
  show(messages: readonly Message[], seq: number): void {
    this.#firstSeq = messages[Math.max(0, indexFrom(messages, seq) - STEP)]?.seq ?? null;
  }

  toEnd(): void {
    this.#firstSeq = null;
  }

  #startIn(messages: readonly Message[]): number {
    return this.#firstSeq === null ? Math.max(0, messages.length - SIZE) : indexFrom(messages, this.#firstSeq);
  }
}

/** Of the first message at `seq` or after it; they are in the order of `seq`. */
export function indexFrom(messages: readonly Message[], seq: number): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
