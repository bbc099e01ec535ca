import { GLOBAL } from "./conversation.ts";
import type { Position } from "./frames.ts";

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
  place({ conversation, last_seq, read_seq }: Position): void {
    if (this.#readTo === undefined) {
      // All that everybody ever said is not new to somebody who has just come.
      const isNew = read_seq === 0 && conversation === GLOBAL;
      this.#readTo = last_seq > read_seq && !isNew ? read_seq : null;
    }
  }

  /** Who comes back finds the mark where they left. */
  readerLeft({ last_seq, read_seq }: Position): void {
    if (last_seq === read_seq) {
      this.#readTo = read_seq;
    }
  }

  /** To answer is to have read. */
  answered(): void {
    this.#readTo = null;
  }
}
