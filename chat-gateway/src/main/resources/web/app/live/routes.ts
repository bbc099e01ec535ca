import { GLOBAL, type ConversationId } from "./conversation.ts";

/** `/c/dm-12-57`. */
export function pathOf(conversation: ConversationId): string {
  return `/c/${conversation}`;
}

/** Everything that names no conversation leads to the global one. */
export function conversationAt(path: string): ConversationId {
  return /^\/c\/([\w-]+)\/?$/.exec(path)?.[1] ?? GLOBAL;
}
