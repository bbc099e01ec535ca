import { firstUnread } from "../../live/entries.ts";
import type { Item } from "../../live/message.ts";
import type { Reach } from "./list-top.ts";

/** What of a conversation is loaded, and how far it was read when its reader came. */
export interface Reading {
  readonly items: readonly Item[];
  /** Everything from there on is loaded. */
  readonly loadedFrom: number;
  readonly reach: Reach;
  readonly readTo: number | null;
  readonly me: { readonly id: number };
}

/**
 * What the reader has had on the screen of what is unread: nothing counts as read before the first unread
 * message was seen.
 */
export class UnreadLines {
  readonly #box: () => HTMLElement | null;
  /** The first unread message, once it was on the screen. */
  #seenFrom = 0;

  constructor(box: () => HTMLElement | null) {
    this.#box = box;
  }

  /** Another conversation is shown. */
  forget(): void {
    this.#seenFrom = 0;
  }

  /** The reader says so. */
  assume(unreadFrom: number): void {
    this.#seenFrom = unreadFrom;
  }

  /** The place of the first unread message; 0 where there is none, or it is not loaded. */
  firstIn({ items, loadedFrom, reach, readTo, me }: Reading): number {
    return readTo !== null && isLoadedFrom(readTo + 1, loadedFrom, reach) ? firstUnread(items, readTo, me.id) : 0;
  }

  /** Whether the reader saw the first unread message, now or before. */
  isReached(reading: Reading): boolean {
    const { loadedFrom, reach, readTo } = reading;
    const first = this.firstIn(reading);
    return readTo === null || (isLoadedFrom(readTo + 1, loadedFrom, reach) && (first === 0 || this.#hasSeen(first)));
  }

  #hasSeen(seq: number): boolean {
    if (this.#seenFrom !== seq && this.#isOnScreenOrBelow(seq)) {
      this.#seenFrom = seq;
    }
    return this.#seenFrom === seq;
  }

  #isOnScreenOrBelow(seq: number): boolean {
    const box = this.#box();
    const line = box?.querySelector(`[data-seq="${seq}"]`);
    return box && line ? line.getBoundingClientRect().bottom > box.getBoundingClientRect().top : false;
  }

  /** The place of the last stored message that is on the screen as a whole; 0 where none is. */
  get lastOnScreen(): number {
    const box = this.#box();
    const bottom = box?.getBoundingClientRect().bottom ?? 0;
    const lines = [...(box?.querySelectorAll<HTMLElement>("article.stored") ?? [])];
    const last = lines.findLast((line) => line.getBoundingClientRect().bottom <= bottom + 1);
    return Number(last?.dataset["seq"] ?? 0);
  }
}

function isLoadedFrom(seq: number, loadedFrom: number, reach: Reach): boolean {
  return reach === "beginning" || (loadedFrom > 0 && loadedFrom <= seq);
}
