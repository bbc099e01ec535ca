import { preferences } from "./preferences.ts";
import { store } from "./store.ts";

const LAST_KEY = "parley.last-sound";
const SAME_SOUND_WITHIN_MS = 2_000;

/** Of the loudest there is. */
const VOLUME = 0.07;

let tone: HTMLAudioElement | undefined;

/**
 * One soft tone, in one of this browser's windows. An element plays it, since to open an `AudioContext`
 * holds the page up for a tenth of a second.
 */
export function ring(): void {
  if (preferences.now.sound && isFirstWindow()) {
    void play();
  }
}

async function play(): Promise<void> {
  try {
    tone ??= new Audio("/ring.wav");
    tone.volume = VOLUME;
    tone.currentTime = 0;
    await tone.play();
  } catch {
    // Before the first click or key on a page, a browser lets nothing be heard. Some have no sound at all.
  }
}

function isFirstWindow(): boolean {
  const last = Number(store.getItem(LAST_KEY) ?? 0);
  store.setItem(LAST_KEY, String(Date.now()));
  return Math.abs(Date.now() - last) > SAME_SOUND_WITHIN_MS;
}
