import type { Cancel, Clock } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";

/** So long a deletion can be undone: only then is the server told. */
export const UNDO_WITHIN_MS = 5_000;

const NONE: ReadonlySet<number> = new Set();

interface Deletion {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly cancel: Cancel;
}

/** Messages that are hidden already, and deleted in a moment unless somebody takes that back. */
export class Deletions {
  readonly #clock: Clock;
  readonly #carryOut: (conversation: ConversationId, seq: number) => void;
  #waiting: readonly Deletion[] = [];

  constructor(clock: Clock, carryOut: (conversation: ConversationId, seq: number) => void) {
    this.#clock = clock;
    this.#carryOut = carryOut;
  }

  /** The one that can be undone: the last. */
  get last(): { readonly conversation: ConversationId; readonly seq: number } | null {
    return this.#waiting.at(-1) ?? null;
  }

  in(conversation: ConversationId): ReadonlySet<number> {
    const here = this.#waiting.filter((deletion) => deletion.conversation === conversation);
    return here.length === 0 ? NONE : new Set(here.map(({ seq }) => seq));
  }

  begin(conversation: ConversationId, seq: number): void {
    const cancel = this.#clock.after(UNDO_WITHIN_MS, () => this.#finish(deletion));
    const deletion = { conversation, seq, cancel };
    this.#waiting = [...this.#waiting, deletion];
  }

  undo(): void {
    this.#waiting.at(-1)?.cancel();
    this.#waiting = this.#waiting.slice(0, -1);
  }

  /** The page may be gone in a moment. */
  finishAll(): void {
    this.#waiting.forEach((deletion) => this.#finish(deletion));
  }

  #finish(deletion: Deletion): void {
    deletion.cancel();
    this.#waiting = this.#waiting.filter((other) => other !== deletion);
    this.#carryOut(deletion.conversation, deletion.seq);
  }
}
