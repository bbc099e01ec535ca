import type { ConversationId } from "../../live/conversation.ts";

const drafts = new Map<ConversationId, string>();

/** What was written and not sent, for as long as the page is open. */
export function draftOf(conversation: ConversationId): string {
  return drafts.get(conversation) ?? "";
}

export function keepDraft(conversation: ConversationId, text: string): void {
  drafts.set(conversation, text);
}
