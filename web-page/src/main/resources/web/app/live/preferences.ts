import type { KeyValueStore } from "./key-value-store.ts";

export type Theme = "system" | "light" | "dark";

/** What a person chose for this browser. */
export interface Preferences {
  readonly theme: Theme;
  /** Of the page's texts; null to follow the browser. */
  readonly language: string | null;
  readonly sound: boolean;
  readonly notifications: boolean;
  /** The page asks once by itself. */
  readonly isNotifyingOffered: boolean;
}

export const PREFERENCES_KEY = "parley.preferences";

const DEFAULTS: Preferences = {
  theme: "system",
  language: null,
  sound: true,
  notifications: false,
  isNotifyingOffered: false,
};

/** Whatever of it can be read, and the defaults for the rest. */
export function readPreferences(store: Pick<KeyValueStore, "getItem">): Preferences {
  const { theme, language, sound, notifications, isNotifyingOffered } = stored(store);
  return {
    theme: theme === "light" || theme === "dark" ? theme : DEFAULTS.theme,
    language: typeof language === "string" ? language : DEFAULTS.language,
    sound: typeof sound === "boolean" ? sound : DEFAULTS.sound,
    notifications: typeof notifications === "boolean" ? notifications : DEFAULTS.notifications,
    isNotifyingOffered: isNotifyingOffered === true,
  };
}

function stored(store: Pick<KeyValueStore, "getItem">): Partial<Record<keyof Preferences, unknown>> {
  try {
    return (JSON.parse(store.getItem(PREFERENCES_KEY) ?? "{}") ?? {}) as object;
  } catch {
    return {};
  }
}

/** The first language of the reader that there are texts in; else the first one there is. */
export function languageFor(wanted: readonly string[], available: readonly string[]): string {
  const primary = wanted.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return primary.find((language) => available.includes(language)) ?? available[0] ?? "en";
}
