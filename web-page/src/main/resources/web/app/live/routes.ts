import type { ConversationId } from "./conversation.ts";

export const SETTINGS_PATH = "/settings";

/** `/c/dm-12-57`. */
export function pathOf(conversation: ConversationId): string {
  return `/c/${conversation}`;
}

/** Null where the path names none. */
export function conversationIn(path: string): ConversationId | null {
  return /^\/c\/([\w-]+)\/?$/.exec(path)?.[1] ?? null;
}

/** Other paths name nothing. */
export function isKnownPath(path: string): boolean {
  return path === "/" || path === SETTINGS_PATH || conversationIn(path) !== null;
}
