import type { ConversationId } from "./conversation.ts";
import type { Refusal } from "./refusal.ts";

/** A message on its way: it stays until the server has stored it, or a person throws it away. */
export interface Outgoing {
  /** The key under which the server stores it once, however often it is sent. */
  readonly clientId: string;
  readonly conversation: ConversationId;
  /** Null for everybody. */
  readonly recipient: string | null;
  readonly content: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly state: { kind: "waiting" } | { kind: "sent"; at: number } | { kind: "failed"; refusal: Refusal };
}

/** The part of `localStorage` that is used here. */
export interface KeyValueStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

type Stored = Pick<Outgoing, "clientId" | "conversation" | "recipient" | "content" | "at">;

/**
 * The messages of one user that the server has not confirmed. They survive a reload; each has an
 * entry of its own in the store, so that two windows don't overwrite each other's. Where the store
 * is full or forbidden they live as long as the page.
 */
export class Outbox {
  readonly #store: KeyValueStore;
  readonly #prefix: string;
  readonly #messages = new Map<string, Outgoing>();

  constructor(store: KeyValueStore, userId: number) {
    this.#store = store;
    this.#prefix = `parley.outbox.${userId}.`;
    this.#restore();
  }

  /** In the order in which they were written. */
  get messages(): readonly Outgoing[] {
    return [...this.#messages.values()].sort((one, other) => one.at - other.at);
  }

  get(clientId: string): Outgoing | null {
    return this.#messages.get(clientId) ?? null;
  }

  add(message: Stored): void {
    this.#messages.set(message.clientId, { ...message, state: { kind: "waiting" } });
    this.#persist(message);
  }

  /** False where there is no such message any more. */
  mark(clientId: string, state: Outgoing["state"]): boolean {
    const message = this.#messages.get(clientId);
    if (message === undefined) {
      return false;
    }
    this.#messages.set(clientId, { ...message, state });
    return true;
  }

  remove(clientId: string): Outgoing | null {
    const message = this.get(clientId);
    this.#messages.delete(clientId);
    this.#store.removeItem(this.#prefix + clientId);
    return message;
  }

  #persist({ clientId, conversation, recipient, content, at }: Stored): void {
    const stored: Stored = { clientId, conversation, recipient, content, at };
    try {
      this.#store.setItem(this.#prefix + clientId, JSON.stringify(stored));
    } catch {
      // Full: the message still goes out, it only does not survive a reload.
    }
  }

  #restore(): void {
    for (let index = 0; index < this.#store.length; index++) {
      const key = this.#store.key(index);
      if (key?.startsWith(this.#prefix)) {
        this.#restoreOne(this.#store.getItem(key));
      }
    }
  }

  #restoreOne(json: string | null): void {
    try {
      const stored = JSON.parse(json ?? "") as Stored;
      this.#messages.set(stored.clientId, { ...stored, state: { kind: "waiting" } });
    } catch {
      // Not ours, or of another version: left where it is.
    }
  }
}
