import { language, LANGUAGES } from "../texts/texts.ts";
import { preferences } from "./preferences.ts";

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);

/** Puts the chosen theme and language on the document, now and after each change. */
export function applyAppearance(): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
  applyTheme();
  preferences.listen(applyTheme);
}

function applyTheme(): void {
  const { theme } = preferences.now;
  document.documentElement.dataset["theme"] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    const own = meta.media.includes("dark") ? "dark" : "light";
    meta.content = COLOURS[theme === "system" ? own : theme];
  }
}

/** The tokens of `--background-aside`, for what the browser draws around the page. */
const COLOURS = { light: "#f6f5f1", dark: "#131516" } as const;

/** The texts are chosen when the page is loaded. */
export function changeLanguage(chosen: string | null): void {
  if (chosen === null || chosen in LANGUAGES) {
    preferences.change({ language: chosen });
    location.reload();
  }
}
