import type { ConversationId } from "../../live/conversation.ts";
import type { History } from "../../live/history.ts";

/** So many pages of 50 messages are loaded at most. */
const MOST_PAGES = 40;

/** Loads what lies between the place `seq` and what is there already, within bounds. */
export async function loadFrom(seq: number, history: History, conversation: ConversationId): Promise<void> {
  const first = () => history.timelines.get(conversation)?.firstSeq ?? 0;
  let before = Infinity;
  for (let page = 0; page < MOST_PAGES && first() > seq && first() < before; page++) {
    before = first();
    await history.older(conversation);
  }
}

/** What was loaded is shown with the next frame. */
export async function shown(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
