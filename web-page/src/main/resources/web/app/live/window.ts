import type { Item } from "./message.ts";
import { indexOf } from "./sorted.ts";

/** So many are on the page at once, however many are loaded. */
const SIZE = 240;
const STEP = 20;

/** The part of a timeline that is on the page, and whether there is more of it above and below. */
export interface Shown {
  readonly items: readonly Item[];
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

  of(items: readonly Item[]): Shown {
    const start = this.#startIn(items);
    const end = this.#firstSeq === null ? items.length : Math.min(items.length, start + SIZE);
    return { items: items.slice(start, end), hasEarlier: start > 0, hasLater: end < items.length };
  }

  /** New messages come below from now on, and what is shown stays. */
  hold(items: readonly Item[]): void {
    this.#firstSeq ??= this.of(items).items[0]?.seq ?? null;
  }

  /** False where the first of them is shown. */
  earlier(items: readonly Item[]): boolean {
    const start = this.#startIn(items);
    this.#firstSeq = items[Math.max(0, start - STEP)]?.seq ?? null;
    return start > 0;
  }

  /** False where the last of them is shown. */
  later(items: readonly Item[]): boolean {
    const { hasLater } = this.of(items);
    if (hasLater) {
      this.#firstSeq = items[this.#startIn(items) + STEP]?.seq ?? null;
    }
    return hasLater;
  }

  /** The message at `seq` is shown, with some before it. */
  show(items: readonly Item[], seq: number): void {
    this.#firstSeq = items[Math.max(0, indexOf(items, seq) - STEP)]?.seq ?? null;
  }

  toEnd(): void {
    this.#firstSeq = null;
  }

  #startIn(items: readonly Item[]): number {
    return this.#firstSeq === null ? Math.max(0, items.length - SIZE) : indexOf(items, this.#firstSeq);
  }
}
