import { GLOBAL } from "./conversation.ts";
import type { Position } from "./frames.ts";

/** A server counts no further. */
const COUNTED_UP_TO = 100;

/** More of them make the number too high by those that are forgotten, where it says "99+" anyway. */
const MOST_OWN = 1_000;

/** How many messages of others a conversation has after the last one that was read. */
export class UnreadCount {
  /** Places of this user's own messages after the last one that was read, as far as they are known here. */
  readonly #own = new Set<number>();
  #told: { readonly unread: number; readonly upTo: number } | null = null;

  /** The server counts: it knows all messages, this page only some. Older servers tell no number. */
  told({ conversation, last_seq, unread }: Position): void {
    if (unread !== undefined && last_seq >= (this.#told?.upTo ?? 0)) {
      // "Some" in a conversation of many.
      const isNumber = unread < COUNTED_UP_TO && (unread !== 1 || conversation !== GLOBAL);
      this.#told = isNumber ? { unread, upTo: last_seq } : null;
    }
  }

  own(seq: number): void {
    this.#own.add(seq);
    const [oldest] = this.#own;
    if (this.#own.size > MOST_OWN && oldest !== undefined) {
      this.#own.delete(oldest);
    }
  }

  read(seq: number): void {
    [...this.#own].filter((own) => own <= seq).forEach((own) => this.#own.delete(own));
  }

  of({ last_seq, read_seq }: Position): number {
    const unread = Math.max(0, last_seq - read_seq - this.#ownAfter(read_seq));
    return this.#told === null ? unread : Math.min(unread, this.#toldWithLater(this.#told, last_seq));
  }

  #toldWithLater({ unread, upTo }: { unread: number; upTo: number }, lastSeq: number): number {
    return unread + Math.max(0, lastSeq - upTo - this.#ownAfter(upTo));
  }

  #ownAfter(seq: number): number {
    return [...this.#own].filter((own) => own > seq).length;
  }
}
