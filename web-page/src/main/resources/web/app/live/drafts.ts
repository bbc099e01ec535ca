import type { ConversationId } from "./conversation.ts";
import { keysWith, type KeyValueStore } from "./key-value-store.ts";

/**
 * What one user wrote and did not send: one draft for each conversation, in all windows of this browser. It
 * survives a reload.
 */
export class Drafts {
  readonly #store: KeyValueStore;
  readonly #prefix: string;

  constructor(store: KeyValueStore, userId: number) {
    this.#store = store;
    this.#prefix = `parley.draft.${userId}.`;
  }

  of(conversation: ConversationId): string {
    return this.#store.getItem(this.#prefix + conversation) ?? "";
  }

  keep(conversation: ConversationId, text: string): void {
    if (text === "") {
      this.#store.removeItem(this.#prefix + conversation);
    } else {
      this.#store.setItem(this.#prefix + conversation, text);
    }
  }

  /** What somebody wrote elsewhere is not lost: it stands below the draft. */
  add(conversation: ConversationId, text: string): void {
    const draft = this.of(conversation);
    this.keep(conversation, draft === "" ? text : `${draft}\n${text}`);
  }

  /** It was sent. What another window has written there meanwhile stays. */
  sent(conversation: ConversationId, text: string): void {
    if (this.of(conversation) === text) {
      this.keep(conversation, "");
    }
  }

  /** Whether the store's `key` is one of these; null stands for all keys. */
  has(key: string | null): boolean {
    return key === null || key.startsWith(this.#prefix);
  }

  /** Somebody logs out: others may use this browser. */
  forget(): void {
    keysWith(this.#prefix, this.#store).forEach((key) => this.#store.removeItem(key));
  }
}
