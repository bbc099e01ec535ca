import type { Cancel, Clock } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { ResumeFrame } from "./frames.ts";
import type { History } from "./history.ts";

/** A server that does not answer within this is asked over HTTP instead. */
const ANSWER_WITHIN_MS = 5_000;

/** As many as a server takes. Those that were opened last are the ones that somebody looks at. */
const MOST_CURSORS = 1_500;

/**
 * Brings the open timelines to their ends: each connection begins with how far the page has them, and the
 * server sends the rest before anything else.
 */
export class Resumption {
  readonly #history: History;
  readonly #clock: Clock;
  readonly #caughtUp: (conversation: ConversationId) => void;
  readonly #waiting = new Set<ConversationId>();
  #cancel: Cancel = () => {};

  /**
   * @param caughtUp called when the server has sent all that it will for this conversation, or did
   *     not answer; more may be missing
   */
  constructor(history: History, clock: Clock, caughtUp: (conversation: ConversationId) => void) {
    this.#history = history;
    this.#clock = clock;
    this.#caughtUp = caughtUp;
  }

  /** While it is, what is missing is on its way. */
  isUnderWay(conversation: ConversationId): boolean {
    return this.#waiting.has(conversation);
  }

  /** The first frame of a connection. */
  begin(): ResumeFrame {
    this.stop();
    const conversations: Record<ConversationId, number> = {};
    for (const [conversation, { completeTo }] of [...this.#history.timelines].slice(-MOST_CURSORS)) {
      conversations[conversation] = completeTo;
      this.#waiting.add(conversation);
    }
    return { type: "resume", conversations };
  }

  /** The server is there, and has the frame. */
  welcomed(): void {
    this.#cancel();
    this.#cancel = this.#clock.after(ANSWER_WITHIN_MS, () => this.#giveUp());
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
