import { closeNotifications, notify } from "../../browser/notifications.ts";
import { ring } from "../../browser/sound.ts";
import type { Attention } from "../../live/alerts.ts";
import type { Message } from "../../live/message.ts";

/**
 * @param isAtItsEnd whether the page shows the place where the message comes in
 * @param open shows the message
 */
export function attentionOf(
  isAtItsEnd: (message: Message) => boolean,
  open: (message: Message) => void,
): Attention {
  const isPageSeen = () => document.visibilityState === "visible" && document.hasFocus();
  return {
    isPageSeen,
    isWatching: (message) => isPageSeen() && isAtItsEnd(message),
    ring,
    notify: (message) => void notify(message, () => open(message)),
    wasRead: (isRead) => void closeNotifications(isRead),
  };
}
