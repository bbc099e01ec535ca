import type { ConversationId } from "./conversation.ts";
import type { KeyValueStore } from "./outbox.ts";

/** What one user wrote and did not send, in each conversation; it survives a reload. */
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
    try {
      if (text === "") {
        this.#store.removeItem(this.#prefix + conversation);
      } else {
        this.#store.setItem(this.#prefix + conversation, text);
      }
    } catch {
      // Full: it stays in the field, it only does not survive a reload.
    }
  }

  /** Somebody logs out: others may use this browser. */
  forget(): void {
    const keys = Array.from({ length: this.#store.length }, (_, index) => this.#store.key(index));
    keys.filter((key) => key?.startsWith(this.#prefix)).forEach((key) => this.#store.removeItem(key ?? ""));
  }
}
