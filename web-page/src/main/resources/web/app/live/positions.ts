import { GLOBAL, isInbox, type ConversationId } from "./conversation.ts";
import type { Position } from "./frames.ts";
import { UnreadCount } from "./unread-count.ts";

/** How far each of the user's conversations goes, and how far it was read. */
export class Positions {
  #isKnown = false;
  /** The latest activity last. */
  readonly #positions = new Map<ConversationId, Position>([[GLOBAL, start(GLOBAL)]]);
  readonly #counts = new Map<ConversationId, UnreadCount>();

  /** Whether the server has told. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Global first, then the latest activity first. */
  get conversations(): ConversationId[] {
    const others = [...this.#positions.keys()].filter((name) => name !== GLOBAL && !isInbox(name)).reverse();
    return [GLOBAL, ...others];
  }

  of(conversation: ConversationId): Position {
    return this.#positions.get(conversation) ?? start(conversation);
  }

  /** Messages of others that this user has not read. In conversations of many it may be too high, never 0 by mistake. */
  unread(conversation: ConversationId): number {
    return this.#counts.get(conversation)?.of(this.of(conversation)) ?? 0;
  }

  /** From the server, the latest activity first. */
  learn(positions: readonly Position[]): void {
    this.#isKnown = true;
    for (const position of [...positions].reverse()) {
      this.#countOf(position.conversation).told(position);
      this.grown(position.conversation, position.last_seq);
      this.read(position.conversation, position.read_seq);
    }
  }

  /** An event at `seq`. */
  grown(conversation: ConversationId, seq: number): void {
    this.#countOf(conversation);
    const position = this.of(conversation);
    if (seq > position.last_seq || !this.#positions.has(conversation)) {
      this.#positions.delete(conversation);
      this.#positions.set(conversation, { ...position, last_seq: Math.max(seq, position.last_seq) });
    }
  }

  /** No message of others is there: this user wrote it on whatever device, it was deleted, or is another event. */
  silent(conversation: ConversationId, seq: number): void {
    if (seq > this.of(conversation).read_seq) {
      this.#countOf(conversation).silent(seq);
    }
  }

  /** The user wants to read it again from `seq` on: the one way in which the mark falls. */
  markUnread(conversation: ConversationId, seq: number): void {
    const position = this.of(conversation);
    if (seq <= position.read_seq) {
      this.#positions.set(conversation, { ...position, read_seq: seq - 1 });
      this.#countOf(conversation).markFell();
    }
  }

  /** False where it was read that far before: the mark never moves back. */
  read(conversation: ConversationId, seq: number): boolean {
    const position = this.of(conversation);
    if (seq <= position.read_seq) {
      return false;
    }
    this.#positions.set(conversation, { ...position, read_seq: seq });
    this.#counts.get(conversation)?.read(seq);
    return true;
  }

  /** Other data than before. */
  forgetAll(): void {
    [...this.#positions.keys()].forEach((name) => this.forget(name));
    this.#positions.set(GLOBAL, start(GLOBAL));
  }

  /** It is no longer this user's. */
  forget(conversation: ConversationId): void {
    this.#positions.delete(conversation);
    this.#counts.delete(conversation);
  }

  #countOf(conversation: ConversationId): UnreadCount {
    const count = this.#counts.get(conversation) ?? new UnreadCount();
    this.#counts.set(conversation, count);
    return count;
  }
}

function start(conversation: ConversationId): Position {
  return { conversation, last_seq: 0, read_seq: 0 };
}
