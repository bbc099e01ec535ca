import type { Item, Message } from "./message.ts";

const MOST_AT_ONCE = 5;

/**
 * Chooses what a screen reader reads out: each message of somebody else once, when it arrives. Messages that are
 * only loaded, and edits and reactions, are not read out.
 */
export class Announcer {
  #conversation = "";
  #wasLoaded = false;
  #toldTo = 0;

  /** Empty where nothing is new. Of many new messages the last ones. */
  newIn(conversation: string, items: readonly Item[], me: number, isLoaded: boolean): readonly Message[] {
    const isFirst = conversation !== this.#conversation || !this.#wasLoaded;
    const toldTo = isFirst ? Infinity : this.#toldTo;
    this.#toldTo = Math.max(isFirst ? 0 : this.#toldTo, items.at(-1)?.seq ?? 0);
    this.#conversation = conversation;
    this.#wasLoaded = isLoaded;
    return items
      .slice(-MOST_AT_ONCE)
      .filter((item) => item.kind === "message")
      .filter(({ seq, senderId }) => seq > toldTo && senderId !== me);
  }
}
