import { GLOBAL, type ConversationId } from "./conversation.ts";
import type { Position } from "./frames.ts";

/** How far each of the user's conversations goes, and how far it was read. */
export class Positions {
  #isKnown = false;
  /** The latest activity last. */
  readonly #positions = new Map<ConversationId, Position>([[GLOBAL, start(GLOBAL)]]);

  /** Whether the server has told. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Global first, then the latest activity first. */
  get conversations(): ConversationId[] {
    const directs = [...this.#positions.keys()].filter((name) => name !== GLOBAL).reverse();
    return [GLOBAL, ...directs];
  }

  of(conversation: ConversationId): Position {
    return this.#positions.get(conversation) ?? start(conversation);
  }

  unread(conversation: ConversationId): number {
    const { last_seq, read_seq } = this.of(conversation);
    return Math.max(0, last_seq - read_seq);
  }

  /** From the server, the latest activity first. */
  learn(positions: readonly Position[]): void {
    this.#isKnown = true;
    for (const { conversation, last_seq, read_seq } of [...positions].reverse()) {
      this.grown(conversation, last_seq);
      this.read(conversation, read_seq);
    }
  }

  /** A message at `seq`. */
  grown(conversation: ConversationId, seq: number): void {
    const position = this.of(conversation);
    if (seq > position.last_seq || !this.#positions.has(conversation)) {
      this.#positions.delete(conversation);
      this.#positions.set(conversation, { ...position, last_seq: Math.max(seq, position.last_seq) });
    }
  }

  /** False where it was read that far before: the mark never moves back. */
  read(conversation: ConversationId, seq: number): boolean {
    const position = this.of(conversation);
    if (seq <= position.read_seq) {
      return false;
    }
    this.#positions.set(conversation, { ...position, read_seq: seq });
    return true;
  }
}

function start(conversation: ConversationId): Position {
  return { conversation, last_seq: 0, read_seq: 0 };
}
