import type { Item } from "../../live/message.ts";
import { t } from "../../texts/texts.ts";

/**
 * What a screen reader is told of the list: one message after the other as it arrives, and nothing of what is
 * only loaded, shown anew, edited or reacted to.
 */
export class Announcer {
  #conversation = "";
  #toldTo = 0;

  /** Empty where nothing is new. */
  textFor(conversation: string, items: readonly Item[], me: number): string | null {
    const last = items.at(-1);
    const isFirst = conversation !== this.#conversation || this.#toldTo === 0;
    const before = this.#toldTo;
    this.#conversation = conversation;
    this.#toldTo = isFirst ? (last?.seq ?? 0) : Math.max(before, last?.seq ?? 0);
    if (isFirst || last === undefined || last.seq <= before || last.kind !== "message" || last.senderId === me) {
      return null;
    }
    return t.messages.announced(last.sender, last.content);
  }
}
