import type { Clock } from "./clock.ts";
import { isDirect, type ConversationId } from "./conversation.ts";
import type { Message } from "./message.ts";

/** Many messages at once are one sound. */
const SOUND_AT_MOST_EVERY_MS = 4_000;

/** Where the reader is, and what may be done to be noticed. */
export interface Attention {
  /** Somebody looks at the page. */
  isPageSeen(): boolean;
  /** And at the end of this conversation. */
  isWatching(message: Message): boolean;
  ring(): void;
  notify(message: Message): void;
  /** What was notified of is read by now, here or on another device. */
  wasRead(isRead: (conversation: ConversationId) => boolean): void;
}

/**
 * Whether a new message makes itself noticed: never one that the reader sees arrive, and while the page
 * is seen, only a private one.
 */
export class Alerts {
  readonly #attention: Attention;
  readonly #clock: Clock;
  #silentUntil = -Infinity;

  constructor(attention: Attention, clock: Clock) {
    this.#attention = attention;
    this.#clock = clock;
  }

  arrived(message: Message): void {
    const isPageSeen = this.#attention.isPageSeen();
    if (this.#attention.isWatching(message) || (isPageSeen && !isDirect(message.conversation))) {
      return;
    }
    if (!isPageSeen) {
      this.#attention.notify(message);
    }
    if (this.#clock.elapsed() >= this.#silentUntil) {
      this.#silentUntil = this.#clock.elapsed() + SOUND_AT_MOST_EVERY_MS;
      this.#attention.ring();
    }
  }
}
