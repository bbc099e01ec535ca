import type { ConversationId } from "./conversation.ts";
import type { Item, Message } from "./message.ts";
import { indexOf } from "./sorted.ts";

/** A listener takes in no more at once. */
const MOST_AT_ONCE = 5;

/** What the list shows, and whose it is. */
export interface Heard {
  readonly conversation: ConversationId;
  readonly items: readonly Item[];
  readonly isLoaded: boolean;
  readonly me: number;
}

/**
 * What a screen reader is told of the list: each message as it arrives, and nothing of what is only loaded,
 * shown anew, edited or reacted to.
 */
export class Announcer {
  #conversation: ConversationId = "";
  /** Null until its last messages are there. */
  #toldTo: number | null = null;

  /** What others have written since the last call; of many messages, the last ones. */
  newIn({ conversation, items, isLoaded, me }: Heard): readonly Message[] {
    const end = items.at(-1)?.seq ?? 0;
    const before = conversation === this.#conversation && this.#toldTo !== null ? this.#toldTo : end;
    this.#conversation = conversation;
    this.#toldTo = isLoaded ? Math.max(before, end) : null;
    const isOfOthers = (item: Item): item is Message => item.kind === "message" && item.senderId !== me;
    return items.slice(indexOf(items, before + 1)).filter(isOfOthers).slice(-MOST_AT_ONCE);
  }
}
