import { closeNotifications, notify } from "../../browser/notifications.ts";
import { ring } from "../../browser/sound.ts";
import type { Attention } from "../../live/alerts.ts";
import type { Message } from "../../live/message.ts";
import { t } from "../../texts/texts.ts";

/**
 * @param isAtItsEnd whether the page shows the place where the message comes in
 * @param nameOf the room's name, as people read it; null where the message is for this user alone
 * @param open shows the message
 */
export function attentionOf(
  isAtItsEnd: (message: Message) => boolean,
  nameOf: (message: Message) => string | null,
  open: (message: Message) => void,
): Attention {
  const isPageSeen = () => document.visibilityState === "visible" && document.hasFocus();
  return {
    isPageSeen,
    isWatching: (message) => isPageSeen() && isAtItsEnd(message),
    ring,
    notify: (message) => void notify(message, titleFor(message, nameOf(message)), () => open(message)),
    wasRead: (isRead) => void closeNotifications(isRead),
  };
}

function titleFor({ sender }: Message, room: string | null): string {
  return room === null ? sender : t.alert.inRoom(sender, room);
}
