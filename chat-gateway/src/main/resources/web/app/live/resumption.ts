import type { Cancel, Clock } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { ClientFrame } from "./frames.ts";
import type { History } from "./history.ts";

/** A server that does not answer within this is asked over HTTP instead. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * Brings the open timelines to their ends after a time without a connection: the server sends what
 * is missing when it is told what there is.
 */
export class Resumption {
  readonly #history: History;
  readonly #clock: Clock;
  readonly #send: (frame: ClientFrame) => void;
  readonly #caughtUp: (conversation: ConversationId) => void;
  readonly #waiting = new Set<ConversationId>();
  #cancel: Cancel = () => {};

  /**
   * @param caughtUp called when the server has sent all that it will for this conversation, or did
   *     not answer; more may be missing
   */
  constructor(
    history: History,
    clock: Clock,
    send: (frame: ClientFrame) => void,
    caughtUp: (conversation: ConversationId) => void,
  ) {
    this.#history = history;
    this.#clock = clock;
    this.#send = send;
    this.#caughtUp = caughtUp;
  }

  /** While it is, what is missing is on its way. */
  isUnderWay(conversation: ConversationId): boolean {
    return this.#waiting.has(conversation);
  }

  start(): void {
    this.stop();
    const conversations: Record<ConversationId, number> = {};
    for (const [conversation, { completeTo }] of this.#history.timelines) {
      conversations[conversation] = completeTo;
      this.#waiting.add(conversation);
    }
    if (this.#waiting.size > 0) {
      this.#send({ type: "resume", conversations });
      this.#cancel = this.#clock.after(ANSWER_WITHIN_MS, () => this.#giveUp());
    }
  }

  answered(conversation: ConversationId): void {
    this.#waiting.delete(conversation);
    this.#caughtUp(conversation);
  }

  stop(): void {
    this.#cancel();
    this.#waiting.clear();
  }

  #giveUp(): void {
    [...this.#waiting].forEach((conversation) => this.answered(conversation));
  }
}
