import type { ConversationId } from "../live/conversation.ts";
import type { Message } from "../live/message.ts";
import { conversationIn, pathOf } from "../live/routes.ts";
import { preferences } from "./preferences.ts";

const LONGEST_TEXT = 140;

/** Those that this window shows itself, by their tags. */
const shown = new Map<string, Notification>();

/** One for each conversation: a later one replaces it, from whatever window it comes. */
export async function notify(message: Message, title: string, open: () => void): Promise<void> {
  if (!preferences.now.notifications || notificationPermission() !== "granted") {
    return;
  }
  const { conversation, content } = message;
  const options = { body: content.slice(0, LONGEST_TEXT), tag: pathOf(conversation), icon: "/icon-192.png" };
  if (!showHere(title, options, open)) {
    await (await registration())?.showNotification(title, options).catch(() => undefined);
  }
}

/** Takes away those of the conversations that are read by now. */
export async function closeNotifications(isRead: (conversation: ConversationId) => boolean): Promise<void> {
  for (const notification of [...shown.values(), ...(await shownByServiceWorker())]) {
    const conversation = conversationIn(notification.tag);
    if (conversation !== null && isRead(conversation)) {
      shown.delete(notification.tag);
      notification.close();
    }
  }
}

/** Asks the browser, and so the person, where it was not asked before. */
export async function mayNotify(): Promise<boolean> {
  try {
    return (await Notification.requestPermission()) === "granted";
  } catch {
    return false;
  }
}

/** Calls it when somebody chose a notification that the service worker shows. */
export function listenToChoices(open: (conversation: ConversationId) => void): () => void {
  const listener = ({ data }: MessageEvent<{ open?: unknown } | null>) => {
    const conversation = conversationIn(String(data?.open ?? ""));
    if (conversation !== null) {
      open(conversation);
    }
  };
  const workers = serviceWorkers();
  workers?.addEventListener("message", listener);
  return () => workers?.removeEventListener("message", listener);
}

/** Null where the browser has none, or does not tell. */
export function notificationPermission(): NotificationPermission | null {
  try {
    return Notification.permission;
  } catch {
    return null;
  }
}

/** False on Android, where only a service worker may. */
function showHere(title: string, options: NotificationOptions & { tag: string }, open: () => void): boolean {
  try {
    const notification = new Notification(title, options);
    shown.set(options.tag, notification);
    notification.addEventListener("close", () => shown.get(options.tag) === notification && shown.delete(options.tag));
    notification.addEventListener("click", () => {
      window.focus();
      open();
      notification.close();
    });
    return true;
  } catch {
    return false;
  }
}

async function shownByServiceWorker(): Promise<readonly Notification[]> {
  try {
    return (await (await registration())?.getNotifications()) ?? [];
  } catch {
    return [];
  }
}

/** Null where there is none (yet): `ready` would wait for it for ever. */
async function registration(): Promise<ServiceWorkerRegistration | null> {
  try {
    return (await serviceWorkers()?.getRegistration()) ?? null;
  } catch {
    return null;
  }
}

function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}
