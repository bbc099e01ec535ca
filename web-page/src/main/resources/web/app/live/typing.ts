import type { Cancel, Clock } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { ClientFrame, TypingFrame } from "./frames.ts";

/** A typist whose "stopped" got lost is forgotten after this. */
const FORGET_AFTER_MS = 8_000;
const REPEAT_EVERY_MS = 3_000;
const STOPPED_AFTER_MS = 5_000;

/** Who else is typing where. */
export class Typists {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #forget = new Map<ConversationId, Map<string, Cancel>>();

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  in(conversation: ConversationId): string[] {
    return [...(this.#forget.get(conversation)?.keys() ?? [])];
  }

  heard({ conversation, username, is_typing }: TypingFrame): void {
    this.stopped(conversation, username);
    if (is_typing) {
      const forget = () => this.stopped(conversation, username);
      this.#of(conversation).set(username, this.#clock.after(FORGET_AFTER_MS, forget));
      this.#changed();
    }
  }

  /** Also for whoever sent a message: that ends their typing. */
  stopped(conversation: ConversationId, username: string): void {
    const typists = this.#of(conversation);
    const cancel = typists.get(username);
    if (cancel !== undefined) {
      cancel();
      typists.delete(username);
      this.#changed();
    }
  }

  #of(conversation: ConversationId): Map<string, Cancel> {
    const typists = this.#forget.get(conversation) ?? new Map<string, Cancel>();
    this.#forget.set(conversation, typists);
    return typists;
  }
}

/** Tells the others that this user types: at once, then every 3 s, and when it ends. */
export class TypingSignal {
  readonly #clock: Clock;
  readonly #send: (frame: ClientFrame) => void;
  #current: { conversation: ConversationId; repeatAt: number } | null = null;
  #cancel: Cancel = () => {};

  constructor(clock: Clock, send: (frame: ClientFrame) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  typed(conversation: ConversationId): void {
    if (this.#current?.conversation !== conversation) {
      this.stop();
    }
    const now = this.#clock.elapsed();
    if (this.#current === null || now >= this.#current.repeatAt) {
      this.#current = { conversation, repeatAt: now + REPEAT_EVERY_MS };
      this.#send({ type: "typing", conversation, is_typing: true });
    }
    this.#cancel();
    this.#cancel = this.#clock.after(STOPPED_AFTER_MS, () => this.stop());
  }

  stop(): void {
    this.#cancel();
    if (this.#current !== null) {
      this.#send({ type: "typing", conversation: this.#current.conversation, is_typing: false });
      this.#current = null;
    }
  }
}
