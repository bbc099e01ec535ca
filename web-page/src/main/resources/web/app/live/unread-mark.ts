import { GLOBAL } from "./conversation.ts";
import type { Position } from "./frames.ts";

/** Where a reader stands, and how many messages of others come after that. */
export interface Reader {
  readonly position: Position;
  readonly unread: number;
}

/**
 * How far a conversation was read when its reader came: the mark of the unread stays there, however much
 * is read meanwhile.
 */
export class UnreadMark {
  /** Undefined until that is known. */
  #readTo: number | null | undefined;

  /** Null for no mark. */
  get readTo(): number | null {
    return this.#readTo ?? null;
  }

  /** Another conversation was opened. */
  moveOn(): void {
    this.#readTo = undefined;
  }

  /** The first time after it was opened; later the mark stays. */
  place({ position, unread }: Reader): void {
    if (this.#readTo === undefined) {
      // All that everybody ever said is not new to somebody who has just come.
      const isNew = position.read_seq === 0 && position.conversation === GLOBAL;
      this.#readTo = unread > 0 && !isNew ? position.read_seq : null;
    }
  }

  /** Who comes back finds the mark where they left. */
  readerLeft({ position, unread }: Reader): void {
    if (unread === 0) {
      this.#readTo = position.last_seq;
    }
  }

  /** The reader wants to come back to the message at `seq`. */
  placeBefore(seq: number): void {
    this.#readTo = seq - 1;
  }

  /** To answer is to have read. */
  answered(): void {
    this.#readTo = null;
  }
}
