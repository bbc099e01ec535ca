import { isDirect } from "./conversation.ts";
import type { Position } from "./frames.ts";

/** A server counts no further. */
const COUNTED_UP_TO = 100;

/** More of them make the number too high by those that are forgotten, where it says "99+" anyway. */
const MOST_SILENT = 1_000;

/** How many messages of others a conversation has after the last one that was read. */
export class UnreadCount {
  /**
   * Places after the last one that was read that have no message of others, as far as they are known here:
   * own messages, deleted ones, and events that are no messages.
   */
  readonly #silent = new Set<number>();
  #told: { readonly unread: number; readonly upTo: number } | null = null;

  /** The server counts: it knows all messages, this page only some. Older servers tell no number. */
  told({ conversation, last_seq, unread }: Position): void {
    if (unread !== undefined && last_seq >= (this.#told?.upTo ?? 0)) {
      // "Some" in a conversation of many.
      const isNumber = unread < COUNTED_UP_TO && (unread !== 1 || isDirect(conversation));
      this.#told = isNumber ? { unread, upTo: last_seq } : null;
    }
  }

  silent(seq: number): void {
    this.#silent.add(seq);
    const [oldest] = this.#silent;
    if (this.#silent.size > MOST_SILENT && oldest !== undefined) {
      this.#silent.delete(oldest);
    }
  }

  /** The mark fell: what was counted before does not hold. */
  markFell(): void {
    this.#told = null;
  }

  read(seq: number): void {
    [...this.#silent].filter((place) => place <= seq).forEach((place) => this.#silent.delete(place));
  }

  of({ last_seq, read_seq }: Position): number {
    const unread = Math.max(0, last_seq - read_seq - this.#silentAfter(read_seq));
    return this.#told === null ? unread : Math.min(unread, this.#toldWithLater(this.#told, last_seq));
  }

  #toldWithLater({ unread, upTo }: { unread: number; upTo: number }, lastSeq: number): number {
    return unread + Math.max(0, lastSeq - upTo - this.#silentAfter(upTo));
  }

  #silentAfter(seq: number): number {
    return [...this.#silent].filter((place) => place > seq).length;
  }
}
