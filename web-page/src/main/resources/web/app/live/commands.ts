import type { Cancel, Clock } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { AckFrame, Command, CommandFrame, ErrorFrame } from "./frames.ts";
import { keysWith, type KeyValueStore } from "./key-value-store.ts";
import type { Refusal } from "./refusal.ts";
import type { Socket } from "./socket.ts";

const ANSWER_WITHIN_MS = 15_000;
const RETRY_AFTER_MS = 2_000;
const AUTOMATIC_ATTEMPTS = 5;
const RETRYABLE_CODES: ReadonlySet<string> = new Set(["save_failed", "unavailable", "too_many_requests"]);

/** The command was not carried out, and will not be. */
export type Refused = (command: CommandFrame, refusal: Refusal) => void;

/**
 * What somebody does to messages, on its way: sent until it is answered, over reconnects and reloads. Its
 * `client_id` makes it safe to send it again.
 */
export class Commands {
  readonly #store: KeyValueStore;
  readonly #prefix: string;
  readonly #socket: Pick<Socket, "send">;
  readonly #clock: Clock;
  readonly #refused: Refused;
  readonly #pending = new Map<string, CommandFrame>();
  readonly #attempts = new Map<string, number>();
  /** Carried out: until the event is there, the page shows what it will be. */
  readonly #acknowledged = new Map<string, number>();
  #cancel: Cancel = () => {};

  constructor(store: KeyValueStore, userId: number, socket: Pick<Socket, "send">, clock: Clock, refused: Refused) {
    this.#store = store;
    this.#prefix = `parley.command.${userId}.`;
    this.#socket = socket;
    this.#clock = clock;
    this.#refused = refused;
    keysWith(this.#prefix, store).flatMap((key) => storedIn(store.getItem(key)) ?? []).forEach((frame) => this.#pending.set(frame.client_id, frame));
  }

  /** In the order in which they were given. */
  in(conversation: ConversationId): readonly Command[] {
    return [...this.#pending.values()].filter((frame) => frame.conversation === conversation);
  }

  has(clientId: string): boolean {
    return this.#pending.has(clientId);
  }

  give(conversation: ConversationId, clientId: string, command: Command): void {
    const frame: CommandFrame = { ...command, conversation, client_id: clientId };
    this.#pending.set(clientId, frame);
    this.#store.setItem(this.#prefix + clientId, JSON.stringify(frame));
    this.#socket.send(frame);
    this.#lookAgainIn(ANSWER_WITHIN_MS);
  }

  /** After a welcome, and where an answer is overdue. */
  sendAll(): void {
    [...this.#pending].filter(([clientId]) => !this.#acknowledged.has(clientId)).forEach(([, frame]) => this.#socket.send(frame));
    this.#lookAgainIn(ANSWER_WITHIN_MS);
  }

  /** @param isShown whether the event at that place is in the timeline, or there is none */
  acknowledged(ack: AckFrame, isShown: boolean): void {
    if ("unchanged" in ack || isShown) {
      this.#settle(ack.client_id);
    } else if (this.has(ack.client_id)) {
      this.#acknowledged.set(ack.client_id, ack.seq);
      this.#store.removeItem(this.#prefix + ack.client_id);
    }
  }

  /** Its event is there. */
  happened(clientId: string | null | undefined): void {
    if (clientId !== null && clientId !== undefined) {
      this.#settle(clientId);
    }
  }

  /** Everything up to `seq` is known there: what was acknowledged before is in it. */
  known(conversation: ConversationId, seq: number): void {
    for (const [clientId, place] of this.#acknowledged) {
      if (place <= seq && this.#pending.get(clientId)?.conversation === conversation) {
        this.#settle(clientId);
      }
    }
  }

  refused(error: ErrorFrame & { client_id: string }): void {
    const frame = this.#pending.get(error.client_id);
    const attempts = (this.#attempts.get(error.client_id) ?? 0) + 1;
    this.#attempts.set(error.client_id, attempts);
    if (frame === undefined) {
      return;
    }
    if (RETRYABLE_CODES.has(error.code ?? "") && attempts < AUTOMATIC_ATTEMPTS) {
      return this.#lookAgainIn(error.retry_after_ms ?? RETRY_AFTER_MS);
    }
    this.#settle(error.client_id);
    this.#refused(frame, { code: error.code ?? null, sentence: error.detail ?? error.message });
  }

  /** Somebody logs out. */
  forget(): void {
    [...this.#pending.keys()].forEach((clientId) => this.#settle(clientId));
  }

  stop(): void {
    this.#cancel();
  }

  #settle(clientId: string): void {
    this.#pending.delete(clientId);
    this.#acknowledged.delete(clientId);
    this.#attempts.delete(clientId);
    this.#store.removeItem(this.#prefix + clientId);
  }

  #lookAgainIn(milliseconds: number): void {
    this.#cancel();
    if (this.#pending.size > this.#acknowledged.size) {
      this.#cancel = this.#clock.after(milliseconds, () => this.sendAll());
    }
  }
}

function storedIn(json: string | null): CommandFrame | null {
  try {
    const frame = JSON.parse(json ?? "") as Partial<CommandFrame>;
    const isWhole = typeof frame.client_id === "string" && typeof frame.conversation === "string" && typeof frame.target === "number";
    return isWhole ? (frame as CommandFrame) : null;
  } catch {
    return null;
  }
}
