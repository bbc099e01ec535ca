import type { Chat } from "../../live/chat.ts";
import { t } from "../../texts/texts.ts";

/** Throws away what was not sent, drafts too; asks before, and is false where the user would rather keep it. */
export function discardUnsent(chat: Chat): boolean {
  const unsent = chat.outbox.messages;
  if (unsent.length > 0 && !confirm(t.sidebar.discardUnsent(unsent.length))) {
    return false;
  }
  unsent.forEach(({ clientId }) => chat.discard(clientId));
  chat.drafts.forget();
  return true;
}
