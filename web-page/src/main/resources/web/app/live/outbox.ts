import type { ConversationId } from "./conversation.ts";
import { keysWith, type KeyValueStore } from "./key-value-store.ts";
import type { Refusal } from "./refusal.ts";

/** A message on its way: it stays until the server has stored it, or a person throws it away. */
export interface Outgoing {
  /** The key under which the server stores it once, however often it is sent. */
  readonly clientId: string;
  readonly conversation: ConversationId;
  readonly content: string;
  /** When it was written, in milliseconds since 1970: to be shown, not to be sorted by. */
  readonly at: number;
  /** Its place among those of this browser. */
  readonly order: number;
  readonly state: OutgoingState;
}

/** `at` and `since` are times of the clock's `elapsed()`. */
export type OutgoingState =
  | { kind: "waiting" }
  | { kind: "sent"; at: number }
  /** Another window wrote it, and sends it while it is open. */
  | { kind: "elsewhere"; since: number }
  | { kind: "failed"; refusal: Refusal };

type Stored = Omit<Outgoing, "state">;

/**
 * The messages of one user that the server has not confirmed. They survive a reload, and all windows of a
 * browser have the same ones: each has an entry of its own in the store, and what is no longer there was
 * stored by the server, or thrown away.
 */
export class Outbox {
  readonly #store: KeyValueStore;
  readonly #prefix: string;
  readonly #messages = new Map<string, Outgoing>();

  constructor(store: KeyValueStore, userId: number) {
    this.#store = store;
    this.#prefix = `parley.outbox.${userId}.`;
    this.#stored().forEach((message) => this.#hold(message, { kind: "waiting" }));
  }

  /** In the order in which they were written. */
  get messages(): readonly Outgoing[] {
    return [...this.#messages.values()].sort(inOrder);
  }

  get(clientId: string): Outgoing | null {
    return this.#messages.get(clientId) ?? null;
  }

  add(message: Omit<Stored, "order">): void {
    const last = Math.max(0, ...[...this.#messages.values()].map(({ order }) => order));
    const stored = { ...message, order: last + 1 };
    this.#hold(stored, { kind: "waiting" });
    this.#store.setItem(this.#prefix + stored.clientId, JSON.stringify(stored));
  }

  /** False where there is no such message any more. */
  mark(clientId: string, state: OutgoingState): boolean {
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

  /** Looks at what other windows have written, sent and thrown away. */
  refresh(now: number): void {
    const stored = new Map(this.#stored().map((message) => [message.clientId, message]));
    [...this.#messages.keys()].filter((clientId) => !stored.has(clientId)).forEach((gone) => this.#messages.delete(gone));
    for (const [clientId, message] of stored) {
      if (!this.#messages.has(clientId)) {
        this.#hold(message, { kind: "elsewhere", since: now });
      }
    }
  }

  /** Whether the store's `key` is of one of these; null stands for all keys. */
  has(key: string | null): boolean {
    return key === null || key.startsWith(this.#prefix);
  }

  #hold(message: Stored, state: OutgoingState): void {
    this.#messages.set(message.clientId, { ...message, state });
  }

  #stored(): Stored[] {
    return keysWith(this.#prefix, this.#store).flatMap((key) => storedIn(this.#store.getItem(key)) ?? []);
  }
}

/** Null where it is not ours, or of another version: that is left where it is. */
function storedIn(json: string | null): Stored | null {
  try {
    const stored = JSON.parse(json ?? "") as Partial<Stored>;
    const { clientId, conversation, content, at, order } = stored;
    const isWhole = typeof clientId === "string" && typeof conversation === "string" && typeof content === "string";
    return isWhole ? { clientId, conversation, content, at: numberIn(at), order: numberIn(order) } : null;
  } catch {
    return null;
  }
}

function numberIn(value: unknown): number {
  return Number.isFinite(value) ? Number(value) : 0;
}

/** Two windows may have written at once, and older versions of the page gave no order. */
function inOrder(one: Outgoing, other: Outgoing): number {
  return one.order - other.order || one.at - other.at || (one.clientId < other.clientId ? -1 : 1);
}
