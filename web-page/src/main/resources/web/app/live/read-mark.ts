import type { Cancel, Clock } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { ClientFrame } from "./frames.ts";

const AT_MOST_EVERY_MS = 1_000;
/** A `read` of another device that comes so soon may be from before. */
const ARRIVES_WITHIN_MS = 5_000;

/** Tells the server how far this user has read: at most once a second, the last place counts. */
export class ReadMark {
  readonly #clock: Clock;
  readonly #send: (frame: ClientFrame) => void;
  readonly #unsent = new Map<ConversationId, number>();
  readonly #sentAt = new Map<ConversationId, number>();
  #cancel: Cancel | null = null;

  constructor(clock: Clock, send: (frame: ClientFrame) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  moved(conversation: ConversationId, seq: number): void {
    this.#unsent.set(conversation, seq);
    this.#cancel ??= this.#clock.after(AT_MOST_EVERY_MS, () => this.#flush());
  }

  /** Whether the server may not have it yet. */
  isOnItsWay(conversation: ConversationId): boolean {
    const sentAt = this.#sentAt.get(conversation) ?? -Infinity;
    return this.#unsent.has(conversation) || this.#clock.elapsed() - sentAt < ARRIVES_WITHIN_MS;
  }

  stop(): void {
    this.#flush();
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    for (const [conversation, seq] of this.#unsent) {
      this.#send({ type: "read", conversation, seq });
      this.#sentAt.set(conversation, this.#clock.elapsed());
    }
    this.#unsent.clear();
  }
}
