import type { Message } from "../live/message.ts";
import { pathOf } from "../live/routes.ts";
import { GLOBAL } from "../live/conversation.ts";
import { t } from "../texts/texts.ts";
import { preferences } from "./preferences.ts";

const LAST_KEY = "parley.last-sound";
const SAME_SOUND_WITHIN_MS = 2_000;
const LONGEST_TEXT = 140;

/** Of the loudest there is. */
const VOLUME = 0.07;

let tone: HTMLAudioElement | undefined;

/**
 * One soft tone, in one of this browser's windows. An element plays it, since to open an `AudioContext`
 * holds the page up for a tenth of a second.
 */
export function ring(): void {
  if (!preferences.now.sound || !isFirstWindow()) {
    return;
  }
  tone ??= new Audio("/ring.wav");
  tone.volume = VOLUME;
  tone.currentTime = 0;
  // Before the first click or key on a page, a browser lets nothing be heard.
  tone.play().catch(() => undefined);
}

function isFirstWindow(): boolean {
  const last = Number(localStorage.getItem(LAST_KEY) ?? 0);
  localStorage.setItem(LAST_KEY, String(Date.now()));
  return Math.abs(Date.now() - last) > SAME_SOUND_WITHIN_MS;
}

/** One for each conversation: a later one replaces it, from whatever window it comes. */
export function notify(message: Message, open: () => void): void {
  if (!preferences.now.notifications || !("Notification" in window) || Notification.permission !== "granted") {
    return;
  }
  const { conversation, sender, content } = message;
  const title = conversation === GLOBAL ? t.alert.inGlobal(sender) : sender;
  const body = content.slice(0, LONGEST_TEXT);
  const notification = new Notification(title, { body, tag: pathOf(conversation), icon: "/icon-192.png" });
  notification.addEventListener("click", () => {
    window.focus();
    open();
    notification.close();
  });
}

/** Asks the browser, and so the person, where it was not asked before. */
export async function mayNotify(): Promise<boolean> {
  return "Notification" in window && (await Notification.requestPermission()) === "granted";
}
