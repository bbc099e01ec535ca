import { isDirect, GLOBAL, type ConversationId } from "../../live/conversation.ts";
import type { Chat } from "../../live/chat.ts";

/** Rooms with global first, and direct messages; the latest activity first in both. */
export interface SidebarLists {
  readonly rooms: readonly ConversationId[];
  readonly directs: readonly ConversationId[];
}

/** Those with messages, stored or not, and the open one, which may have none yet. */
export function listsIn({ positions, outbox, rooms }: Chat, current: ConversationId): SidebarLists {
  const unsent = outbox.messages.map(({ conversation }) => conversation);
  const known = rooms.all.map(({ conversation }) => conversation);
  const all = [...new Set([...positions.conversations, ...known, ...unsent, current])].filter((name) => name !== "");
  return { rooms: all.filter((name) => name === GLOBAL || !isDirect(name)), directs: all.filter(isDirect) };
}

/** In the order in which they are shown. */
export function conversationsIn(chat: Chat, current: ConversationId): readonly ConversationId[] {
  const { rooms, directs } = listsIn(chat, current);
  return [...rooms, ...directs];
}
