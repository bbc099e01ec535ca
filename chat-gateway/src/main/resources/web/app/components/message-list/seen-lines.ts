/**
 * What the reader has had on the screen of what is unread: nothing counts as read before the first unread
 * message was seen.
 */
export class SeenLines {
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

  /**
   * @param unreadFrom the place of the first unread message
   * @returns whether the reader saw it, now or before
   */
  hasSeen(unreadFrom: number): boolean {
    if (this.#seenFrom !== unreadFrom && this.#isOnScreenOrBelow(unreadFrom)) {
      this.#seenFrom = unreadFrom;
    }
    return this.#seenFrom === unreadFrom;
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
