import { preferences } from "../browser/preferences.ts";
import { languageFor } from "../live/preferences.ts";
import { de } from "./de.ts";
import { en, type Texts } from "./en.ts";

/** English is the first: readers of no other language here get it. */
export const LANGUAGES: Readonly<Record<string, { readonly name: string; readonly texts: Texts }>> = {
  en: { name: "English", texts: en },
  de: { name: "Deutsch", texts: de },
};

/** Some systems have names for theirs that are no language tags: those are left out. */
const readers: readonly string[] = (navigator.languages ?? []).filter(isLanguageTag);
const wanted = [preferences.now.language ?? [], readers].flat();

/** Chosen once: the page is loaded anew for another one. */
export const language = languageFor(wanted, Object.keys(LANGUAGES));

/** For dates and numbers: with the reader's own region, where it is one of that language. */
export const locale = readers.find((tag) => tag.toLowerCase().split("-")[0] === language) ?? language;

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The texts in the reader's language. */
export const t: Texts = LANGUAGES[language]?.texts ?? en;
